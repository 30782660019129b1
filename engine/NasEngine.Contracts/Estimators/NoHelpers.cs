namespace NasEngine.Contracts;

/// <summary>Nobody helps.</summary>
public sealed class NoHelpers : IHelpers
{
    private NoHelpers()
    {
    }

    /// <summary>The only one.</summary>
    public static NoHelpers Instance { get; } = new();

    /// <inheritdoc/>
    public int Count => 0;

    /// <inheritdoc/>
    public Task<byte[]?> AskAsync(int helper, byte[] work, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);
}
