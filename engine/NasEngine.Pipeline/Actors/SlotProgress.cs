using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Actors;

/// <summary>A job's progress with the slot it runs in.</summary>
internal sealed class SlotProgress(int slot, ISearchObserver observer) : IJobProgress
{
    public void Report(string stage, long done, long total) => observer.JobProgress(slot, stage, done, total);
}

/// <summary>Progress that nobody is told of.</summary>
internal sealed class NoProgress : IJobProgress
{
    public static readonly NoProgress Instance = new();

    public void Report(string stage, long done, long total)
    {
    }
}
