using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;
using NasEngine.Web.Tests.Programs;
using NasEngine.Host.Plots;
using NasEngine.Host.Plots.Timelines;

namespace NasEngine.Web.Tests.Views;

/// <summary>When what happened: runs, workers, failures, losses, swaps, pauses.</summary>
public sealed class TimelineTests : ViewedSearches
{
    [Fact]
    public async Task Workers_last_until_they_are_lost_or_their_run_ends()
    {
        var search = Workspace.Begin("one", 12);
        Tell(0, "run", "process 100 runs the search");
        Tell(1, "worker", "worker 1 is ready: process 101, cpu, threads 1");
        Tell(1, "worker", "worker 2 is ready: process 102, cpu, threads 1");
        search.Happened(5, new AttemptFailed(7, 1, "The worker process 101 was lost: killed by signal 9"));
        Tell(6, "worker", "worker 1 is ready: process 103, cpu, threads 1");
        search.Happened(8, new PluginsChanged([new PluginChange("p", "a", "b")], null));
        search.Happened(9, new Paused());
        search.Happened(11, new Resumed());
        Tell(20, "run", "stopped on request");

        var lanes = (await TimelineAsync(search)).Lanes;

        lanes.Rows.Should().Equal("runs", "worker 1", "worker 2", "paused", "failed", "lost attempts", "swaps");
        Bars("runs").Should().Equal((0, 20));
        Bars("worker 1").Should().Equal((1, 5), (6, 20));
        Bars("worker 2").Should().Equal((1, 20));
        Bars("paused").Should().Equal((9, 11));
        Marks("worker 1").Should().Equal(5);
        Marks("lost attempts").Should().Equal(5);
        Marks("swaps").Should().Equal(8);
        lanes.Lines.Single(line => line is { Name: "failed", Kind: LineKind.BadEvents }).Trials.Should().Equal(9);

        IEnumerable<(double, double)> Bars(string row) => Line(row, LineKind.Bars).Chunk(3).Select(bar => (bar[0], bar[1]));
        IEnumerable<double> Marks(string row) => Line(row, LineKind.Events, LineKind.BadEvents);
        IEnumerable<double> Line(string row, params LineKind[] kinds) => lanes.Lines.Single(line => line.Name == row && kinds.Contains(line.Kind))
            .X.Select(seconds => Math.Round(seconds, 3));
    }

    /// <summary>Trials of the test's journals are proposed and measured in the same second; two stay in flight.</summary>
    [Fact]
    public async Task What_is_under_way_and_how_long_each_took_come_from_the_journal()
    {
        var search = Workspace.Begin("one", 3);
        search.Propose(3);
        search.Propose(4);

        var timeline = await TimelineAsync(search);

        timeline.InFlight.Lines.Single().Y.Should().EndWith(2);
        timeline.InFlight.Lines.Single().Y.Max().Should().Be(2);
        timeline.Durations.Lines.Single().Y.Should().Equal(0, 0, 0);
        timeline.Lanes.IsEmpty.Should().BeTrue("nothing went wrong, and nobody told of workers");
    }

    [Fact]
    public async Task Each_worker_has_the_jobs_that_the_journal_says_it_had()
    {
        var search = Workspace.Begin("one", 0);
        search.Propose(0);
        search.Propose(1);
        search.Happened(4, Measured(0, worker: 1, seconds: 3));
        search.Happened(5, Measured(1, worker: 2, seconds: 1.5));
        search.Happened(6, new AttemptFailed(2, 1, "The worker process 7 was lost") { By = new WorkedBy(1, 1.5) });
        search.Happened(6.5, new FinalistsChosen([TestSearch.Cell(0)], ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty));
        search.Happened(9, new FinalistMeasured(0, new Measurement(), null) { By = new WorkedBy(2, 2) });

        var lanes = (await TimelineAsync(search)).Lanes;

        lanes.Rows.Should().StartWith(["worker 1", "worker 2"]);
        Jobs("worker 1").Should().Equal((1, 4, "trial 0: 3 s"), (4.5, 6, "attempt 1 at candidate 2, lost: 1.5 s"));
        Jobs("worker 2").Should().Equal((3.5, 5, "trial 1: 1.5 s"), (7, 9, "winner 1, as chosen: 2 s"));
        lanes.Lines.Single(line => line is { Name: "worker 1", Kind: LineKind.Jobs }).Trials.Should().StartWith(0);

        IEnumerable<(double, double, string)> Jobs(string row) => lanes.Lines
            .Where(line => line.Name == row && line.Kind is LineKind.Jobs or LineKind.OtherJobs)
            .SelectMany(line => line.X.Chunk(3).Zip(line.Texts!.Chunk(3), (x, text) => (Math.Round(x[0], 3), Math.Round(x[1], 3), text[0]))).Order();

        static Measured Measured(long number, int worker, double seconds) =>
            new(number, new Measurement().With(MetricNames.ValidationAccuracy, 0.5)) { By = new WorkedBy(worker, seconds) };
    }

    private void Tell(double second, string kind, string text) =>
        new SearchLog(Workspace.Folder, "one").Add(new LogLine(TestWorkspace.Start.AddSeconds(second), kind, text));

    private async Task<Timeline> TimelineAsync(TestSearch search)
    {
        var watched = await ReadAsync(search);
        return watched.Told((one, told) => Timeline.Of(one, told, watched.Parts.Space));
    }
}
