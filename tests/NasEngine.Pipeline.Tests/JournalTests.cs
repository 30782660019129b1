using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Pipeline.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("UPDATE events SET payload = zeroblob(length(payload)) WHERE seq = 9", 9)]
    [InlineData("UPDATE events SET at = at + 1 WHERE seq = 12", 12)]
    [InlineData("DELETE FROM events WHERE seq = 20", 21)]
    public async Task An_altered_event_is_refused_with_its_place(string damage, int place)
    {
        await _workspace.RunAsync(ToyParts.Spec());
        Execute(damage);

        var act = _workspace.Read;

        act.Should().Throw<InputException>().WithMessage($"*damaged (event {place} of search 'toy'*doctor --repair*");
    }

    [Fact]
    public async Task A_write_that_can_never_succeed_ends_the_search_with_a_sentence_and_keeps_what_was_finished()
    {
        _workspace.Parts.BeforeTraining = candidate =>
        {
            if (candidate.Number == 20)
            {
                Execute("CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'not any more'); END");
            }
        };

        var act = () => _workspace.RunAsync(ToyParts.Spec());

        await act.Should().ThrowAsync<InputException>().WithMessage($"The journal '{_workspace.Journal}' cannot be used: *not any more*");
        _workspace.Observer.Notes.Should().BeEmpty();
        Execute("DROP TRIGGER refuse");
        _workspace.Read().Steps.Should().BeGreaterThan(10);
    }

    [Fact]
    public void A_journal_of_a_newer_version_is_refused()
    {
        using (SearchJournal.OpenToWrite(_workspace.Folder))
        {
        }

        Execute("PRAGMA user_version = 99");
        var act = () => SearchJournal.OpenToWrite(_workspace.Folder);

        act.Should().Throw<InputException>().WithMessage("*has layout 99*use a newer one*");
    }

    [Fact]
    public void Who_looks_whether_a_workspace_is_in_use_keeps_no_writer_out()
    {
        WorkspaceLock.Take(_workspace.Folder).Dispose();
        var looks = new FileStream(Path.Combine(_workspace.Folder, "lock"), FileMode.Open, FileAccess.Read, FileShare.None);

        using var held = WorkspaceLock.Take(_workspace.Folder, refused: looks.Dispose);

        WorkspaceLock.IsHeld(_workspace.Folder).Should().BeTrue();
    }

    [Fact]
    public void The_second_to_take_a_workspace_is_told_who_has_it()
    {
        using var first = WorkspaceLock.Take(_workspace.Folder);

        var act = () => WorkspaceLock.Take(_workspace.Folder);

        act.Should().Throw<InputException>().WithMessage($"*in use by process {Environment.ProcessId}*");
    }

    [Fact]
    public void Of_the_searches_of_a_workspace_only_the_one_that_its_holder_runs_is_said_to_run()
    {
        using var held = WorkspaceLock.Take(_workspace.Folder);
        Running().Should().BeEmpty("the process has taken the workspace and runs nothing yet");

        using (held.Running("one"))
        {
            Running().Should().Equal("one");
            FluentActions.Invoking(() => WorkspaceLock.Take(_workspace.Folder)).Should().Throw<InputException>()
                .WithMessage($"*in use by process {Environment.ProcessId}, which runs search 'one'*");
        }

        Running().Should().BeEmpty();
        held.Running("two");
        held.Dispose();
        Running().Should().BeEmpty("a process that is gone runs nothing, whatever it left");

        string[] Running() => [.. new[] { "one", "two" }.Where(search => WorkspaceLock.Runs(_workspace.Folder, search))];
    }

    [Fact]
    public void A_workspace_is_free_again_when_its_holder_is_gone()
    {
        WorkspaceLock.Take(_workspace.Folder).Dispose();

        WorkspaceLock.IsHeld(_workspace.Folder).Should().BeFalse();
        WorkspaceLock.Take(_workspace.Folder).Dispose();
    }

    private void Execute(string sql) => _workspace.Execute(sql);
}
