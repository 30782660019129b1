using System.Collections.Immutable;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>What the events of a search say beside its candidates: its winners, what was lost, its plugins, how it ended.</summary>
/// <param name="seeds">How many seeds each winner is trained from.</param>
internal sealed class HistoryRest(int seeds)
{
    private int _seeds = seeds;
    private readonly List<AttemptFailed> _lost = [];
    private readonly List<PluginChange> _plugins = [];

    /// <summary>The winners, as <see cref="SearchHistory.Finalists"/>.</summary>
    public List<Finalist> Finalists { get; private set; } = [];

    /// <summary>As <see cref="SearchHistory.FinalTimes"/>.</summary>
    public List<DateTimeOffset> FinalTimes { get; private set; } = [];

    /// <summary>What people wrote down, in order.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>Final alphas.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas { get; private set; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);

    /// <summary>Attempts that were lost.</summary>
    public IReadOnlyList<AttemptFailed> Lost => _lost;

    /// <summary>Plugins that were replaced.</summary>
    public IReadOnlyList<PluginChange> PluginChanges => _plugins;

    /// <summary>Why the search failed, where nothing came after that.</summary>
    public string? Failure { get; private set; }

    /// <summary>The next event; those of candidates are left out.</summary>
    public void Add(DateTimeOffset at, SearchEvent happened)
    {
        Failure = happened is Renamed or Noted or NodeHappened ? Failure : (happened as Failed)?.Reason;
        switch (happened)
        {
            case AttemptFailed e:
                _lost.Add(e);
                break;
            case PluginsChanged e:
                _plugins.AddRange(e.Changes);
                break;
            case Noted e:
                Notes.Add(new Note(at, e.Text, e.Candidate));
                break;
            case Redefined e:
                _seeds = e.Spec.Final?.Seeds ?? 1;
                (Finalists, FinalTimes, Alphas) = ([], [], Alphas.Clear());
                break;
            case FinalistsChosen e:
                (Finalists, FinalTimes, Alphas) = ([.. Finalist.Of(e.Architectures)], [at], e.Alphas);
                break;
            case FinalistMeasured e:
                Finalists[e.Rank] = Finalists[e.Rank].With(e, _seeds);
                FinalTimes.Add(at);
                break;
            case FinalistsRanked e:
                Finalists = [.. e.Order.Select(place => Finalists[place])];
                break;
        }
    }
}
