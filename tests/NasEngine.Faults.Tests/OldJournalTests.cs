namespace NasEngine.Faults.Tests;

public sealed class OldJournalTests
{
    /// <summary>A search of 60 candidates, stopped after 11 by the last program that wrote journals of layout 1.</summary>
    private static readonly string LayoutOne = Path.Combine(
        Installation.Root, "tests", "NasEngine.Faults.Tests", "Fixtures", "journal-layout-1.db");

    [Fact]
    public void A_journal_of_an_older_version_is_resumed_to_the_same_end()
    {
        using var undisturbed = new Sandbox(Searches.Faulty("--set", "trials=60", "--isolation", "inproc")).Finish();
        using var sandbox = new Sandbox();
        Directory.CreateDirectory(sandbox.Workspace);
        File.Copy(LayoutOne, sandbox.Journal);

        using (var resumed = sandbox.Start("resume", "faulty", "--plugins", Searches.Plugin, "--accept-plugins"))
        {
            resumed.Exit().Should().Be(0, resumed.Errors);
        }

        Trials(sandbox).Should().HaveCount(60).And.Equal(Trials(undisturbed));
    }

    private static IEnumerable<string> Trials(Sandbox sandbox) =>
        sandbox.Show("faulty", "--plugins", Searches.Plugin).Trials.Select(trial => trial!.ToJsonString());
}
