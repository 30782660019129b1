namespace NasEngine.Contracts;

/// <summary>No training is kept in its middle.</summary>
public sealed class NoHalfwayTrainings : IHalfwayTrainings
{
    private NoHalfwayTrainings()
    {
    }

    /// <summary>The only one.</summary>
    public static NoHalfwayTrainings Instance { get; } = new();

    /// <inheritdoc/>
    public Stream? Open(long candidate) => null;

    /// <inheritdoc/>
    public void Write(long candidate, Action<Stream> write)
    {
    }

    /// <inheritdoc/>
    public void Drop(long candidate)
    {
    }
}
