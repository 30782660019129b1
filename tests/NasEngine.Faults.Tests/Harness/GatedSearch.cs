namespace NasEngine.Faults;

/// <summary>
/// A search of the faulty parts that waits at candidate 20 until it is let go on: what is done to it before that is done to
/// a search that runs, however slow or fast the machine is.
/// </summary>
internal sealed class GatedSearch : IDisposable
{
    private const int At = 20;

    private readonly Sandbox _folder = new();
    private readonly string[] _run;

    public GatedSearch(params string[] further)
    {
        _run = Searches.Faulty([
            "--workers", "2", "--set", "estimatorFault=waits", "--set", $"at={At}", "--set", $"marker={Gate}", "--set", "trials=60", .. further,
        ]);
        Sandbox = new Sandbox(_run);
    }

    public Sandbox Sandbox { get; }

    private string Gate => Path.Combine(_folder.Own, "gate");

    /// <summary>Starts it and waits until it waits; it has workers then, and results.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public NasProcess RunToGate()
    {
        var process = Sandbox.Run();
        return process.Until(() => Ledger.Results(Sandbox) >= At)
            ? process
            : throw new InvalidOperationException($"The search did not get to candidate {At}. It wrote: {process.Said}");
    }

    /// <summary>Lets it go on.</summary>
    public void Open() => File.WriteAllText(Gate, "open");

    /// <summary>After it ended: how many parts of what it found differ from a search that never waited.</summary>
    public int Differences()
    {
        using var undisturbed = new Sandbox(_run).Finish();
        return Show(Sandbox).DifferencesFrom(Show(undisturbed));
    }

    public void Dispose()
    {
        Sandbox.Dispose();
        _folder.Dispose();
    }

    private static Story Show(Sandbox sandbox) => sandbox.Show("faulty", "--plugins", Searches.Plugin);
}
