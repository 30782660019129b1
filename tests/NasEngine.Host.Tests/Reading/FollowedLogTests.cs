using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Reading;

/// <summary>A log that is followed says everything once, whichever of its two sources is first.</summary>
public sealed class FollowedLogTests : IDisposable
{
    private static readonly AttemptFailed Loss = new(4, 1, "The worker process 7 was lost: killed");
    private static readonly LogLine Told = new(MadeSearch.At.AddSeconds(2), "note", "The worker process 7 was lost: killed Trying again.");

    private readonly TempFolder _folder = new();
    private readonly SearchLog _log;

    public FollowedLogTests()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("one"), MadeSearch.Interrupted);
        _log = new SearchLog(_folder.Path, "one");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lost_attempt_is_said_once_though_the_journal_and_the_run_tell_it_at_different_times(bool journalFirst)
    {
        using var journal = SearchJournal.OpenToRead(_folder.Path)!;
        var log = new FollowedLog(_folder.Path, journal, journal.Find("one")!, architecture => architecture.Key, all: false);
        log.Next();

        Tell(journalFirst);
        var first = log.Next();
        Tell(!journalFirst);
        var second = log.Next();

        first.Concat(second).Should().ContainSingle().Which.Text.Should().Contain("process 7 was lost");
        MadeSearch.Append(_folder.Path, "one", [Loss with { Number = 5, Reason = "another" }]);
        log.Next().Should().ContainSingle("it is another loss");
    }

    private void Tell(bool journal)
    {
        if (journal)
        {
            MadeSearch.Append(_folder.Path, "one", [Loss]);
        }
        else
        {
            _log.Add(Told);
        }
    }
}
