using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>Keeps events in memory, for tests and for searches that nobody needs again.</summary>
public sealed class MemoryEventLog : IEventLog
{
    private readonly List<SearchEvent> _events = [];

    /// <summary>All events, in order.</summary>
    public IReadOnlyList<SearchEvent> Events => _events;

    /// <inheritdoc/>
    public void Append(Commit commit)
    {
        lock (_events)
        {
            _events.AddRange(commit.Events);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(Candidate Candidate, Measurement Measurement)> StepsAfter(long number)
    {
        lock (_events)
        {
            return MeasuredSteps.Of([.. _events], number);
        }
    }
}
