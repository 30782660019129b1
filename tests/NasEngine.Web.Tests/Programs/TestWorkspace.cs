using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Web.Tests.Programs;

/// <summary>A workspace whose journal a test writes as a search would.</summary>
internal sealed class TestWorkspace : IDisposable
{
    /// <summary>When its searches began.</summary>
    public static readonly DateTimeOffset Start = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    private readonly SearchJournal _journal;

    public TestWorkspace() => _journal = SearchJournal.OpenToWrite(Folder);

    public string Folder { get; } = Directory.CreateTempSubdirectory("nas-web-").FullName;

    /// <summary>A search of cells, accuracy against multiply-adds.</summary>
    public static SearchSpec Spec(string name, long trials = 40) => new()
    {
        Name = name,
        Space = "nasbench201",
        Strategy = new ComponentSpec("random", OptionBag.Empty),
        Estimator = "table",
        Objective = Maximize.Accuracy().Against(MetricNames.Macs),
        Budget = new Budget(trials) { Trials = trials },
        Seed = 7,
    };

    /// <summary>Begins a search; what is written to it goes on from there.</summary>
    public TestSearch Begin(SearchSpec spec)
    {
        var id = _journal.Create(spec, new SearchOrigin("1.2.3", "cpu", "abc", [], null), Start);
        return new TestSearch(_journal, _journal.List().Single(header => header.Id == id));
    }

    /// <summary>A search with some trials: number n is cell n, with accuracy (n·7 mod 40) / 100 and n million multiply-adds; every tenth fails.</summary>
    public TestSearch Begin(string name, int trials, long budget = 40)
    {
        var search = Begin(Spec(name, budget));
        search.Trials(0, trials);
        return search;
    }

    public void Dispose()
    {
        _journal.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A search that a test writes.</summary>
internal sealed class TestSearch(SearchJournal journal, SearchHeader header)
{
    private readonly EventWriter _writer = new(journal, header, new EventReader(journal, header));

    public long Id => header.Id;

    public string Identity => header.Identity;

    public string Name => header.Spec.Name;

    /// <summary>Proposes and measures trials, one a second, in a commit each.</summary>
    public void Trials(int from, int count, int inCommit = 1) => Write("searching", 3 * inCommit, [.. Enumerable.Range(from, count).SelectMany(number => new SearchEvent[]
    {
        new Proposed(new Candidate(number, new Trial(Cell(number), Fidelity.Full))),
        new Measured(number, number % 10 == 9
            ? Measurement.Failed(FailureKind.NotANumber, "the loss is <b>NaN</b>")
            : new Measurement().With(MetricNames.ValidationAccuracy, number * 7 % 40 / 100.0).With(MetricNames.Macs, number * 1e6)),
        new Observed(number, ImmutableSortedDictionary<string, double>.Empty.Add("temperature", 1.0 / (1 + number))),
    })]);

    /// <summary>Proposes a trial that stays in flight.</summary>
    public void Propose(int number) => Write("searching", new Proposed(new Candidate(number, new Trial(Cell(number), Fidelity.Full))));

    /// <summary>Writes an event, so many seconds after the start.</summary>
    public void Happened(double second, SearchEvent happened) =>
        _writer.Append(new Commit([happened], TestWorkspace.Start.AddSeconds(second), 1, "searching", null));

    /// <summary>Chooses winners, measures them, and ends.</summary>
    public void Complete(params int[] winners) => Write("completed",
    [
        new FinalistsChosen([.. winners.Select(Cell)], ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty),
        .. winners.Select((winner, rank) => new FinalistMeasured(
            rank, new Measurement().With(MetricNames.TestAccuracy, 0.9 - 0.01 * rank).With(MetricNames.Macs, winner * 1e6), new LatencyMeasurement(1.5, 0.1, 9, 1, "cpu"))),
        new Completed(),
    ]);

    /// <summary>Brings it into a state: paused, or on its way.</summary>
    public void Be(string state) => Write(state, state == "paused" ? new Paused() : new Resumed());

    public void Fail(string reason) => Write("failed", new Failed(reason));

    /// <summary>The cell whose edges are the digits of a number to base 5.</summary>
    public static Architecture Cell(int number) => new("nasbench201", [.. Enumerable.Range(0, 6).Select(edge => number / (int)Math.Pow(5, edge) % 5)]);

    private void Write(string state, params SearchEvent[] events) => Write(state, events.Length, events);

    private void Write(string state, int inCommit, SearchEvent[] events)
    {
        foreach (var happened in events.Chunk(inCommit))
        {
            var number = happened.OfType<Proposed>().LastOrDefault()?.Candidate.Number ?? 1000;
            _writer.Append(new Commit(happened, TestWorkspace.Start.AddSeconds(number + 1), 1, state, null));
        }
    }
}
