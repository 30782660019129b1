using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output.Trials;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Host.Composition;

/// <summary>The trials of a finished search as recipes see them; the journal is read when they are first asked for.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="search">Its name.</param>
/// <param name="space">Its space.</param>
/// <param name="objective">What scores its trials.</param>
internal sealed class FoundTrials(string workspace, string search, ISearchSpace space, IObjective objective)
{
    private readonly Lazy<SearchHistory> _history = new(() =>
    {
        using var journal = SearchJournal.OpenToFollow(workspace)!; // Who ran the search has looked that it is sound.
        return SearchHistory.Read(journal, journal.Find(search)!);
    });

    /// <summary>A trial; null of what is none, or was not measured.</summary>
    public static FoundTrial? Of(HistoryEntry entry, ISearchSpace space, IObjective objective) =>
        entry is { Candidate.Work: Trial trial, Measurement: { } measured, At: { } at }
            ? new FoundTrial(entry.Candidate.Number, trial.Architecture, space.Format(trial.Architecture), measured.Metrics)
            {
                Score = Score(entry, objective),
                Failure = measured.Failure is { } failure ? FailureTally.Reason(failure) : null,
                Fidelity = trial.Fidelity,
                At = at,
            }
            : null;

    /// <summary>All of them.</summary>
    public IReadOnlyList<FoundTrial> All =>
        [.. _history.Value.Candidates.Select(entry => Of(entry, space, objective)).OfType<FoundTrial>()];

    /// <summary>Where the search stood after each.</summary>
    public IReadOnlyList<FoundPoint> Points
    {
        get
        {
            var points = new List<FoundPoint>();
            double? best = null;
            Fidelity? top = null;
            foreach (var entry in _history.Value.Candidates.Where(entry => entry.At is not null))
            {
                var score = Score(entry, objective);
                if (score is not null && entry.Candidate.Work is Trial { Fidelity: var fidelity })
                {
                    var rise = top is { } highest ? fidelity.CompareTo(highest) : 1;
                    best = rise > 0 ? score : rise == 0 && score > best ? score : best;
                    top = rise > 0 ? fidelity : top;
                }

                points.Add(new FoundPoint(entry.Candidate.Number, entry.At!.Value, score, best, entry.Status));
            }

            return points;
        }
    }

    /// <summary>A picture of them, as SVG.</summary>
    /// <param name="kind"><c>history</c> or <c>front</c>.</param>
    /// <exception cref="InputException">There is nothing to draw.</exception>
    public string Plot(string kind)
    {
        using var journal = SearchJournal.OpenToFollow(workspace)!;
        return RecipePlots.Of(journal, journal.Find(search)!, space, objective, kind);
    }

    /// <summary>Writes them as CSV, aside first.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path)
    {
        try
        {
            WholeFile.Write(path, file =>
            {
                using var text = new StreamWriter(file);
                TrialCsv.Write(text, TrialRow.Of(_history.Value, space, objective));
            });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(
                $"The table of trials '{path}' cannot be written: {Clause.Of(refused.Message)}; name another file.", refused);
        }
    }

    private static double? Score(HistoryEntry entry, IObjective objective) =>
        entry is { Candidate.Work: Trial, Measurement: { Failure: null } measured } ? objective.Score(measured.Metrics) : null;
}
