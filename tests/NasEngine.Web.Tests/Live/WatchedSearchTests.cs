using Microsoft.Data.Sqlite;
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
        ShouldHave(watched, 20_000);
    }

    [Fact]
    public void Of_a_long_search_with_a_gap_all_before_it_is_there_and_the_gap_is_told()
    {
        const int Missing = 16_001; // The result of trial 5,333: each has three events.
        var search = _workspace.Begin(TestWorkspace.Spec("long", 8_000));
        search.Trials(0, 8_000, inCommit: 8_000);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_workspace.Folder, "journal.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"DELETE FROM events WHERE seq = {Missing}";
            command.ExecuteNonQuery().Should().Be(1);
        }

        var watched = Watched(search);
        while (watched.Problem is null)
        {
            Advance(watched);
        }

        watched.Problem.Should().Contain($"the event after event {Missing - 1} of search 'long' was altered or is missing");
        watched.Read(one => one.Sequence).Should().Be(Missing - 1);
        ShouldHave(watched, 5_333);
    }

    /// <summary>Each trial has what was written of it.</summary>
    private static void ShouldHave(WatchedSearch watched, int trials) => watched.Read(one => Enumerable.Range(0, trials).Count(number =>
        number % 10 == 9 ? one.Trials.FailureOf(number) is not null
        : one.Trials.Metrics["macs"][number] == number * 1e6 && one.Trials.Metrics["val_accuracy"][number] == number * 7 % 40 / 100.0
            && one.Trials.Architectures.Of("nasbench201", number).Equals(TestSearch.Cell(number))
            && one.Trials.Statuses["temperature"][number] == 1.0 / (1 + number))).Should().Be(trials);

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
