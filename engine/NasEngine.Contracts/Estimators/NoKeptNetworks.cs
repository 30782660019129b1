namespace NasEngine.Contracts;

/// <summary>No network is kept.</summary>
public sealed class NoKeptNetworks : IKeptNetworks
{
    private NoKeptNetworks()
    {
    }

    /// <summary>The only one.</summary>
    public static NoKeptNetworks Instance { get; } = new();

    /// <inheritdoc/>
    public Stream Open(long candidate) => throw new InputException(
        $"The network of candidate {candidate} is not kept; a trial that others start from must be proposed with Keep, and its strategy "
        + $"must still want it.");
}
