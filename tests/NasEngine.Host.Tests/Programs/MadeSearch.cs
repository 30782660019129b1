using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Programs;

/// <summary>Searches that are written to a journal as if they had run.</summary>
internal static class MadeSearch
{
    /// <summary>When all of it happened.</summary>
    public static readonly DateTimeOffset At = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    /// <summary>A search over the cells of NAS-Bench-201 for accuracy against multiply-adds.</summary>
    public static SearchSpec Spec(string name) => new()
    {
        Name = name,
        Space = "nasbench201",
        Strategy = "random",
        Estimator = "table",
        Objective = Maximize.Accuracy().Against(MetricNames.Macs),
        Budget = new Budget(6) { Trials = 6 },
        Seed = 7,
    };

    /// <summary>A cell whose edges all do the same.</summary>
    public static Architecture Cell(int operation) => new("nasbench201", [.. Enumerable.Repeat(operation, 6)]);

    /// <summary>A trial's proposal.</summary>
    public static SearchEvent Proposed(long number, int operation) =>
        new Proposed(new Candidate(number, new Trial(Cell(operation), Fidelity.Full)));

    /// <summary>A trial's result.</summary>
    public static SearchEvent Measured(long number, double accuracy, double macs) => new Measured(
        number, new Measurement().With(MetricNames.ValidationAccuracy, accuracy).With(MetricNames.Macs, macs));

    /// <summary>Five trials: three measured, one failed, one open.</summary>
    public static readonly SearchEvent[] Interrupted =
    [
        Proposed(0, 1), Proposed(1, 2), Measured(0, 0.5, 1e6), Measured(1, 0.9, 4e6), Proposed(2, 3), Proposed(3, 4),
        new Measured(2, Measurement.Failed(FailureKind.NotANumber, "a loss is NaN")), Measured(3, 0.8, 2e6), Proposed(4, 3),
    ];

    /// <summary>The same at its end, with two winners that changed places.</summary>
    public static readonly SearchEvent[] Completed =
    [
        .. Interrupted, Measured(4, 0.7, 5e6),
        new FinalistsChosen([Cell(2), Cell(4)], new SearchState(Spec("x")).Alphas),
        new FinalistMeasured(0, new Measurement().With(MetricNames.ValidationAccuracy, 0.91).With(MetricNames.Macs, 4e6), null),
        new FinalistMeasured(1, new Measurement().With(MetricNames.ValidationAccuracy, 0.93).With(MetricNames.Macs, 2e6), null),
        new FinalistsRanked([1, 0]),
        new Completed(),
    ];

    /// <summary>Writes a search.</summary>
    public static void Write(
        string workspace, SearchSpec spec, IReadOnlyList<SearchEvent> events, string state = "searching", Dictionary<string, string>? plugins = null)
    {
        using var journal = SearchJournal.OpenToWrite(workspace);
        journal.Create(spec, new SearchOrigin("1.2.3", "cpu", null, plugins ?? [], null), At);
        Append(journal, spec.Name, events, state);
    }

    /// <summary>Adds to a search.</summary>
    public static void Append(string workspace, string name, IReadOnlyList<SearchEvent> events, string state = "searching")
    {
        using var journal = SearchJournal.OpenToWrite(workspace);
        Append(journal, name, events, state);
    }

    private static void Append(SearchJournal journal, string name, IReadOnlyList<SearchEvent> events, string state)
    {
        var header = journal.Find(name)!;
        var reader = new EventReader(journal, header);
        reader.Check();
        using var writer = new EventWriter(journal, header, reader);
        writer.Append(new Commit(events, At, 65, state, null));
    }
}
