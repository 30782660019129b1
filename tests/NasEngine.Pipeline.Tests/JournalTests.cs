using Microsoft.Data.Sqlite;
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
    public async Task A_repair_keeps_what_is_sound_and_the_search_goes_on_from_there()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        var whole = _workspace.Story();
        Execute("UPDATE events SET payload = zeroblob(length(payload)) WHERE seq = 40");

        var report = JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);

        report.Searches.Should().ContainSingle().Which.Kept.Should().Be(39);
        File.Exists(report.DamagedCopy).Should().BeTrue();
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Story().Should().Be(whole);
    }

    [Fact]
    public async Task A_sound_journal_is_left_as_it_is()
    {
        await _workspace.RunAsync(ToyParts.Spec());

        var report = JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);

        report.DamagedCopy.Should().BeNull();
        report.Searches.Should().ContainSingle().Which.Damage.Should().BeNull();
    }

    [Fact]
    public async Task A_journal_cut_at_any_hundredth_byte_is_refused_or_repaired_never_believed()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var whole = await File.ReadAllBytesAsync(_workspace.Journal);
        foreach (var length in Enumerable.Range(0, whole.Length / 100).Select(i => i * 100))
        {
            using var other = new Workspace();
            await File.WriteAllBytesAsync(other.Journal, whole[..length]);

            var act = other.Read;

            act.Should().Throw<Exception>().Which.Should().Match(problem => problem is InputException || problem is NullReferenceException, $"cut at {length}");
        }
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
    public void The_second_to_take_a_workspace_is_told_who_has_it()
    {
        using var first = WorkspaceLock.Take(_workspace.Folder);

        var act = () => WorkspaceLock.Take(_workspace.Folder);

        act.Should().Throw<InputException>().WithMessage($"*in use by process {Environment.ProcessId}*");
    }

    [Fact]
    public void A_workspace_is_free_again_when_its_holder_is_gone()
    {
        WorkspaceLock.Take(_workspace.Folder).Dispose();

        WorkspaceLock.IsHeld(_workspace.Folder).Should().BeFalse();
        WorkspaceLock.Take(_workspace.Folder).Dispose();
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_workspace.Journal};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
