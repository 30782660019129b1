namespace NasEngine.Faults;

/// <summary>Searches on file systems that take nothing for a while. Null where none can be mounted.</summary>
internal static class Disks
{
    /// <summary>The disk is full in the middle of a search, and has room again later.</summary>
    public static FaultRow? Full(string fault)
    {
        string[] run = Searches.Table(12_000, "--isolation", "inproc");
        return Disturb(fault, "1200k", run, disk =>
        {
            using var sandbox = new Sandbox(disk.Folder, run);
            using var process = sandbox.Run();
            Expect(process.Says("The search waits and keeps what it has"), process);
            disk.Resize("60m");
            Expect(process.Exit() == 0, process);
        });
    }

    /// <summary>The workspace cannot be written when the search is to begin, and can be later.</summary>
    public static FaultRow? ReadOnly(string fault)
    {
        string[] run = Searches.Table(2_000, "--isolation", "inproc");
        return Disturb(fault, "60m", run, disk =>
        {
            disk.ReadOnly();
            using (var process = new Sandbox(disk.Folder, run).Run())
            {
                Expect(process.Exit() == 2 && process.Errors.Contains("cannot be written", StringComparison.Ordinal), process);
            }

            disk.Writable();
            new Sandbox(disk.Folder, run).Finish();
        });
    }

    private static FaultRow? Disturb(string fault, string size, string[] run, Action<Tmpfs> search)
    {
        using var disk = Tmpfs.Mount(size);
        if (disk is null)
        {
            return null;
        }

        using var undisturbed = new Sandbox(run).Finish();
        search(disk);
        using var disturbed = new Sandbox(disk.Folder, run);
        var ledger = new Ledger();
        ledger.Look(disturbed);
        return new FaultRow(fault, 1, ledger.Lost, ledger.Duplicated, disturbed.Show("table").DifferencesFrom(undisturbed.Show("table")));
    }

    private static void Expect(bool condition, NasProcess process)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"nas did not do as expected. It wrote: {process.Said}");
        }
    }
}
