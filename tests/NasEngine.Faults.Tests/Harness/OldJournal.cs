namespace NasEngine.Faults;

/// <summary>A search of 60 candidates, stopped after 11 by the last program that wrote journals of layout 1.</summary>
internal static class OldJournal
{
    /// <summary>That version did not measure it: what it had measured stays without.</summary>
    private const string NewMetric = "weight_bytes";

    /// <summary>Resumes it.</summary>
    public static FaultRow Resume(string fault)
    {
        using var sandbox = new Sandbox();
        Directory.CreateDirectory(sandbox.Workspace);
        File.Copy(Path.Combine(Installation.Root, "tests", "NasEngine.Faults.Tests", "Fixtures", "journal-layout-1.db"), sandbox.Journal);
        var ledger = new Ledger();
        ledger.Look(sandbox);
        using (var resumed = sandbox.Start("resume", "faulty", "--plugins", Searches.Plugin, "--accept-plugins"))
        {
            if (resumed.Exit() != 0)
            {
                throw new InvalidOperationException($"The search was not resumed. It wrote: {resumed.Errors}");
            }
        }

        ledger.Look(sandbox);
        var (story, undisturbed) = (sandbox.Show("faulty", "--plugins", Searches.Plugin), Undisturbed.Faulty(60));
        return new FaultRow(fault, 1, ledger.Lost, ledger.Duplicated, story.Without(NewMetric).DifferencesFrom(
            undisturbed.Without(NewMetric), butDefinition: true));
    }
}
