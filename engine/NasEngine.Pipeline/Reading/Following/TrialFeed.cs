using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>The trials of a search as their results are committed, in that order. One that is tried again comes again.</summary>
/// <param name="journal">The journal, open to follow.</param>
/// <param name="header">The search.</param>
public sealed class TrialFeed(SearchJournal journal, SearchHeader header)
{
    private const int AtOnce = 1000;

    private readonly EventFeed _feed = new();
    private readonly Dictionary<long, Candidate> _open = [];

    /// <summary>Those that were measured, or failed, since this was asked last.</summary>
    /// <exception cref="InputException">The journal cannot be read, or is not the one that it was.</exception>
    public IEnumerable<HistoryEntry> Next()
    {
        do
        {
            var events = _feed.Next(journal, header, AtOnce) ?? throw new InputException(
                $"The journal '{journal.Path}' was replaced while search '{header.Spec.Name}' is followed; run the recipe again.");
            foreach (var happened in events)
            {
                if (Measured(happened) is { } trial)
                {
                    yield return trial;
                }
            }

            if (events.Count < AtOnce)
            {
                yield break;
            }
        }
        while (true);
    }

    private HistoryEntry? Measured(JournaledEvent happened)
    {
        switch (happened.Event)
        {
            case Proposed { Candidate: { Work: Trial } candidate }:
                _open[candidate.Number] = candidate;
                return null;
            case Measured measured when _open.TryGetValue(measured.Number, out var candidate):
                if (measured.Measurement.Failure is null)
                {
                    _open.Remove(measured.Number);
                }

                return new HistoryEntry(candidate, measured.Measurement, HistoryBuilder.NoStatus, happened.At);
            default:
                return null;
        }
    }
}
