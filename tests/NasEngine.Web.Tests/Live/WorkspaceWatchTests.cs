using NasEngine.Pipeline.Workspaces;
using NasEngine.Web.Live;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Live;

/// <summary>What is committed is seen at the next reading, and what is not there any more is gone.</summary>
public sealed class WorkspaceWatchTests : IAsyncLifetime
{
    private readonly TestWorkspace _workspace = new();
    private ServedView _view = null!;

    private WorkspaceWatch Watch => _view.Watch;

    public async Task InitializeAsync() => _view = await ServedView.StartAsync(_workspace.Folder);

    public async Task DisposeAsync()
    {
        await _view.DisposeAsync();
        _workspace.Dispose();
    }

    [Fact]
    public async Task A_commit_is_seen_in_the_list_and_in_a_search_that_is_watched()
    {
        var search = _workspace.Begin("one", 3);
        await Watch.RefreshAsync();
        Watch.Find(search.Id)!.Spent.Should().Be("3 of 40");
        var watched = Watch.Begin(search.Id)!;
        await Watch.RefreshAsync();
        var version = watched.Version;
        var told = 0;
        Watch.Changed += () => told++;

        search.Trials(3, 5);
        await Watch.RefreshAsync();

        Watch.Find(search.Id)!.Spent.Should().Be("8 of 40");
        watched.Read(one => one.Trials.Count).Should().Be(8);
        watched.Version.Should().BeGreaterThan(version);
        told.Should().BeGreaterThan(0);
        Watch.End(watched);
    }

    [Fact]
    public async Task A_long_search_is_read_in_pieces_and_each_of_them_is_told()
    {
        var search = _workspace.Begin(TestWorkspace.Spec("long", 4000));
        search.Trials(0, 4000, inCommit: 4000);
        await Watch.RefreshAsync();
        var watched = Watch.Begin(search.Id)!;
        var told = 0;
        Watch.Changed += () => Interlocked.Increment(ref told);

        while (!watched.IsUpToDate)
        {
            await Watch.RefreshAsync();
        }

        watched.Read(one => one.Trials.Count).Should().Be(4000);
        told.Should().BeGreaterThanOrEqualTo(2, "of twelve thousand events five thousand come first");
        Watch.End(watched);
    }

    [Fact]
    public async Task A_line_that_is_told_is_seen_though_nothing_is_committed()
    {
        var search = _workspace.Begin("one", 3);
        await Watch.RefreshAsync();
        var watched = Watch.Begin(search.Id)!;
        await Watch.RefreshAsync();
        var log = new SearchLog(_workspace.Folder, "one");
        foreach (var text in new[] { "first", "second" })
        {
            var version = watched.Version;
            log.Add(new LogLine(TestWorkspace.Start, "note", text));

            await Watch.RefreshAsync();

            watched.Told((_, told) => told.Select(line => line.Text).Last()).Should().Be(text);
            watched.Version.Should().BeGreaterThan(version);
        }

        Watch.End(watched);
    }

    [Fact]
    public async Task A_search_that_begins_appears_by_itself()
    {
        await Watch.RefreshAsync();
        Watch.List.Rows.Should().BeEmpty();

        _workspace.Begin("one", 1);
        await Watch.RefreshAsync();

        Watch.List.Rows.Should().ContainSingle().Which.Name.Should().Be("one");
    }

    [Fact]
    public async Task Readers_hold_nothing_that_a_writer_needs()
    {
        var search = _workspace.Begin("one", 1, budget: 1000);
        await Watch.RefreshAsync();
        var watched = Watch.Begin(search.Id)!;
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await Watch.RefreshAsync();
            }
        });

        search.Trials(1, 300);
        await done.CancelAsync();
        await reading;
        await Watch.RefreshAsync();

        watched.Read(one => one.Trials.Count).Should().Be(301);
    }

    [Fact]
    public async Task The_same_search_is_read_once_for_all_who_look()
    {
        var search = _workspace.Begin("one", 1);
        await Watch.RefreshAsync();

        Watch.Begin(search.Id).Should().BeSameAs(Watch.Begin(search.Id));
        Watch.Begin(99).Should().BeNull();
    }
}
