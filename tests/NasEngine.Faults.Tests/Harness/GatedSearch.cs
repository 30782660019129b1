namespace NasEngine.Faults;

/// <summary>
/// A search of the faulty parts that waits at candidate 20 until it is let go on: what is done to it before that is done to
/// a search that runs, however slow or fast the machine is.
/// </summary>
internal sealed class GatedSearch : IDisposable
{
    private const int At = 20;
    private const int Trials = 60;

    private readonly Sandbox _folder = new();
    private readonly Lazy<Sandbox> _sandbox;

    public GatedSearch(params string[] further) => _sandbox = new(() => new Sandbox([
        Installation.Recipe("faulty.csx"), "--plugins", Manifest, "--isolation", "process", "--workers", "2",
        "--set", "estimatorFault=waits", "--set", $"at={At}", "--set", $"marker={Gate}", "--set", $"trials={Trials}", .. further,
    ]));

    /// <summary>The manifest of the faulty parts.</summary>
    public string Manifest { get; init; } = Searches.Plugin;

    public Sandbox Sandbox => _sandbox.Value;

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

    /// <summary>After it ended: how many parts of what it found differ from a search that nothing was done to.</summary>
    public int Differences() => Sandbox.Show("faulty", "--plugins", Searches.Plugin).DifferencesFrom(Undisturbed.Faulty(Trials), butDefinition: true);

    public void Dispose()
    {
        Sandbox.Dispose();
        _folder.Dispose();
    }
}
