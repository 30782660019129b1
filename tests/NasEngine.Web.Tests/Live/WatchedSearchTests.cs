using NasEngine.Pipeline.Journal;
using NasEngine.Web.Live;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Live;

/// <summary>What looking at a search costs: how often it is worked out, by count and by a clock of the test's.</summary>
public sealed class WatchedSearchTests : IDisposable
{
    private readonly TestWorkspace _workspace = new();
    private readonly SteppedClock _clock = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_longer_a_search_the_larger_the_pieces_that_it_is_read_in()
    {
        var search = _workspace.Begin(TestWorkspace.Spec("long", 20_000));
        search.Trials(0, 20_000, inCommit: 20_000);
        var watched = Watched(search);
        var read = new List<long>();

        while (!watched.IsUpToDate)
        {
            Advance(watched);
            read.Add(watched.Read(one => one.Sequence));
        }

        read.Should().Equal(5_000, 10_000, 20_000, 40_000, 60_000);
        watched.Version.Should().Be(5, "what is drawn of it is worked out so often, not once for every few thousand events");
    }

    [Fact]
    public void What_all_look_at_is_worked_out_once_until_the_search_goes_on()
    {
        var search = _workspace.Begin("one", 3);
        var watched = Watched(search);
        Advance(watched);
        var worked = 0;

        var seen = Enumerable.Range(0, 10).Select(_ => watched.Once("trials", one => (++worked, one.Trials.Count))).ToArray();
        search.Trials(3, 5);
        Advance(watched);

        seen.Distinct().Should().Equal((1, 3L));
        watched.Once("trials", one => (++worked, one.Trials.Count)).Should().Be((2, 8L));
        watched.Once("others", one => one.Trials.Count).Should().Be(8);
    }

    /// <summary>Half a second of work is shown, then nothing for four and a half: a tenth of a core.</summary>
    [Fact]
    public void The_more_it_costs_the_more_seldom_it_is_worked_out_and_nothing_is_lost()
    {
        var search = _workspace.Begin("one", 3);
        var watched = Watched(search);
        Advance(watched).Should().BeTrue();
        watched.Once("plots", _ => Work(TimeSpan.FromSeconds(0.5)));
        search.Trials(3, 1);

        _clock.Advance(TimeSpan.FromSeconds(3.9));
        Advance(watched).Should().BeFalse();
        watched.HasNews.Should().BeTrue("they are to be shown later");
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Advance(watched).Should().BeTrue();

        watched.Read(one => one.Trials.Count).Should().Be(4);
        watched.HasNews.Should().BeFalse();
        search.Trials(4, 1);
        Advance(watched).Should().BeTrue("the next one cost nothing yet");
    }

    private int Work(TimeSpan time)
    {
        _clock.Advance(time);
        return 0;
    }

    private WatchedSearch Watched(TestSearch search)
    {
        using var journal = SearchJournal.OpenToFollow(_workspace.Folder)!;
        return new WatchedSearch(_workspace.Folder, journal.Find(search.Name)!, new KnownParts(null, null, null), _clock);
    }

    private bool Advance(WatchedSearch watched)
    {
        using var journal = SearchJournal.OpenToFollow(_workspace.Folder)!;
        return watched.Advance(journal, journal.List().Single(header => header.Identity == watched.Identity));
    }
}
