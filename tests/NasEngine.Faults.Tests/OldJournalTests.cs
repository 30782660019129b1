namespace NasEngine.Faults.Tests;

public sealed class OldJournalTests
{
    [Fact]
    public void A_journal_of_an_older_version_is_resumed_to_the_same_end() =>
        OldJournal.Resume("old").Should().Be(new FaultRow("old", 1, 0, 0, 0));
}
