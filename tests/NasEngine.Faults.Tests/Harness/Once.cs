namespace NasEngine.Faults;

/// <summary>Searches of the faulty parts in which one thing goes wrong once.</summary>
internal static class Once
{
    /// <summary>The estimator goes wrong at a candidate; the search itself goes on.</summary>
    public static FaultRow InWorker(string fault, string what, params string[] further) => Disturb(fault, 0, "estimatorFault", what, further);

    /// <summary>The strategy goes wrong, which ends the search; run again, it does not any more.</summary>
    public static FaultRow InStrategy(string fault, string what, params string[] further) =>
        Disturb(fault, 1, "strategyFault", what, ["--isolation", "inproc", .. further]);

    private static FaultRow Disturb(string fault, int exit, string parameter, string what, string[] further)
    {
        using var folder = new Sandbox();
        var marker = Path.Combine(folder.Own, "marker");
        using var sandbox = new Sandbox(Searches.Faulty(["--set", $"{parameter}={what}", "--set", $"marker={marker}", .. further]));
        var ledger = new Ledger();
        using (var process = sandbox.Run())
        {
            if (process.Exit() != exit)
            {
                throw new InvalidOperationException($"nas did not end with {exit}. It wrote: {process.Said}");
            }
        }

        ledger.Look(sandbox);
        var story = sandbox.Finish().Show("faulty", "--plugins", Searches.Plugin);
        ledger.Look(sandbox);
        var injected = File.Exists(marker) ? 1 : 0;
        return new FaultRow(fault, injected, ledger.Lost, ledger.Duplicated, story.DifferencesFrom(Undisturbed.Faulty(), butDefinition: true));
    }
}
