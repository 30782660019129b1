using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

public sealed class RepairTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_repair_keeps_what_is_sound_and_the_search_goes_on_from_there()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        var whole = _workspace.Story();
        Damage();

        var report = JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);

        report.Searches.Should().ContainSingle().Which.Kept.Should().Be(39);
        File.Exists(report.DamagedCopy).Should().BeTrue();
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Story().Should().Be(whole);
    }

    [Fact]
    public async Task What_cannot_be_kept_for_want_of_its_search_is_told()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Overwrite("searches");

        var report = JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);

        report.Searches.Should().BeEmpty();
        report.Lost.Should().MatchRegex("^[1-9][0-9]+ events of a search whose definition cannot be read$");
        File.Exists(report.DamagedCopy).Should().BeTrue();
    }

    [Fact]
    public async Task A_look_without_repair_names_the_damage_and_changes_nothing()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        Damage();
        var before = await File.ReadAllBytesAsync(_workspace.Journal);

        var report = JournalRepair.Run(_workspace.Folder, repair: false, DateTimeOffset.UnixEpoch);

        report.Damage.Should().Be("event 40 was altered or one before it is missing");
        report.DamagedCopy.Should().BeNull();
        (await File.ReadAllBytesAsync(_workspace.Journal)).Should().Equal(before);
    }

    [Fact]
    public async Task A_sound_journal_is_left_as_it_is()
    {
        await _workspace.RunAsync(ToyParts.Spec());

        var report = JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);

        report.Should().BeEquivalentTo(new { Damage = (string?)null, DamagedCopy = (string?)null });
        report.Searches.Should().ContainSingle().Which.Damage.Should().BeNull();
    }

    [Fact]
    public async Task A_journal_of_which_nothing_can_be_read_is_reported_as_damaged()
    {
        await File.WriteAllTextAsync(_workspace.Journal, "this is not a journal, and long enough to show it".PadRight(2000, '.'));

        var report = JournalRepair.Run(_workspace.Folder, repair: false, DateTimeOffset.UnixEpoch);

        report.Damage.Should().Contain("not a database");
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_not_repaired_away()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Execute("UPDATE events SET payload = zeroblob(3) WHERE seq = 1; PRAGMA user_version = 5");

        var act = () => JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);

        act.Should().Throw<InputException>().WithMessage("*has layout 5*use a newer one*");
    }

    /// <summary>The moves of a repair are: the log aside, the journal aside, the repaired one in its place.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_repair_killed_between_its_moves_is_finished_by_the_next(int moves)
    {
        await _workspace.RunAsync(ToyParts.Spec());
        var whole = _workspace.Story();
        Damage();
        var damaged = await File.ReadAllBytesAsync(_workspace.Journal);
        var copy = JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch).DamagedCopy!;
        File.Move(_workspace.Journal, _workspace.Journal + ".repaired-19700101000000");
        File.Move(copy, moves < 2 ? _workspace.Journal : copy, overwrite: true);
        await File.WriteAllTextAsync((moves < 1 ? _workspace.Journal : copy) + "-wal", "a log");

        Opening().Should().Throw<InputException>().WithMessage($"A repair of the journal '{_workspace.Journal}' was cut off; 'nas doctor --repair' finishes it.");
        JournalRepair.Run(_workspace.Folder, repair: false, DateTimeOffset.UnixEpoch).Damage.Should().Be("a repair was cut off before its end");
        var report = JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);

        report.DamagedCopy.Should().Be(copy);
        (await File.ReadAllBytesAsync(copy)).Should().Equal(damaged);
        (await File.ReadAllTextAsync(copy + "-wal")).Should().Be("a log");
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Story().Should().Be(whole);
    }

    private void Damage() => _workspace.Execute(
        "UPDATE events SET payload = zeroblob(length(payload)) WHERE seq = 40; PRAGMA wal_checkpoint(TRUNCATE)");

    private Action Opening() => () => SearchJournal.OpenToRead(_workspace.Folder)?.Dispose();
}
