namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>How to start a worker process, and its limits.</summary>
/// <param name="Program">Executable.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>How long a worker may say nothing when nothing else is said.</summary>
    public static readonly TimeSpan DefaultSilence = TimeSpan.FromSeconds(30);

    /// <summary>A worker that says nothing for this long is hung and killed; before its first sign it has at least the default.</summary>
    public TimeSpan Silence { get; init; } = DefaultSilence;

    /// <summary>A job that takes longer is killed with its worker; null for no limit.</summary>
    public TimeSpan? JobTime { get; init; }

    /// <summary>A worker with more resident bytes is killed; null for no limit.</summary>
    public long? Memory { get; init; }
}
