using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;
using NasEngine.Web.Tests.Programs;
using NasEngine.Web.Views;
using NasEngine.Web.Views.Timelines;

namespace NasEngine.Web.Tests.Views;

/// <summary>When what happened: runs, workers, failures, losses, swaps, pauses.</summary>
public sealed class TimelineTests : IAsyncLifetime
{
    private readonly TestWorkspace _workspace = new();
    private ServedView _view = null!;

    public async Task InitializeAsync() => _view = await ServedView.StartAsync(_workspace.Folder);

    public async Task DisposeAsync()
    {
        await _view.DisposeAsync();
        _workspace.Dispose();
    }

    [Fact]
    public async Task Workers_last_until_they_are_lost_or_their_run_ends()
    {
        var search = _workspace.Begin("one", 12);
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
        var search = _workspace.Begin("one", 3);
        search.Propose(3);
        search.Propose(4);

        var timeline = await TimelineAsync(search);

        timeline.InFlight.Lines.Single().Y.Should().EndWith(2);
        timeline.InFlight.Lines.Single().Y.Max().Should().Be(2);
        timeline.Durations.Lines.Single().Y.Should().Equal(0, 0, 0);
        timeline.Lanes.IsEmpty.Should().BeTrue("nothing went wrong, and nobody told of workers");
    }

    private void Tell(double second, string kind, string text) =>
        new SearchLog(_workspace.Folder, "one").Add(new LogLine(TestWorkspace.Start.AddSeconds(second), kind, text));

    private async Task<Timeline> TimelineAsync(TestSearch search)
    {
        await _view.Watch.RefreshAsync();
        var watched = _view.Watch.Begin(search.Id)!;
        await _view.Watch.RefreshAsync();
        return watched.Told((one, told) => Timeline.Of(one, told, watched.Parts.Space));
    }
}
