using NasEngine.Contracts;

namespace NasEngine.Cluster.Tests;

/// <summary>Keeps what it is told of a job's progress.</summary>
internal sealed class HeardProgress : IJobProgress
{
    public List<string> Words { get; } = [];

    public void Report(string stage, long done, long total) => Words.Add($"{stage} {done}/{total}");
}
