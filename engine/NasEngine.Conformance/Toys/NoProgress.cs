using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Progress that nobody watches.</summary>
public sealed class NoProgress : IJobProgress
{
    /// <summary>The only one.</summary>
    public static NoProgress Instance { get; } = new();

    /// <inheritdoc/>
    public void Report(string stage, long done, long total)
    {
    }
}
