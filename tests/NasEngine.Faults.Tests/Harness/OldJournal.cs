namespace NasEngine.Faults;

/// <summary>A search of 60 candidates, stopped after 11 by the last program that wrote journals of layout 1.</summary>
internal static class OldJournal
{
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
        var story = sandbox.Show("faulty", "--plugins", Searches.Plugin);
        return new FaultRow(fault, 1, ledger.Lost, ledger.Duplicated, story.DifferencesFrom(Undisturbed.Faulty(60), butDefinition: true));
    }
}
