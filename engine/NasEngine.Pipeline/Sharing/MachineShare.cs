namespace NasEngine.Pipeline.Sharing;

/// <summary>What one search has of a <see cref="Machine"/>.</summary>
public sealed class MachineShare
{
    private readonly Machine _machine;
    private readonly int _units;

    internal MachineShare(Machine machine, int units) => (_machine, _units) = (machine, units);

    /// <summary>Units that its jobs hold now; the machine's own affair.</summary>
    internal int Held { get; set; }

    /// <summary>When it was served last, as a count of all that were; the machine's own affair.</summary>
    internal long Served { get; set; }

    /// <summary>Waits until there is room for a job; it is given back when it is disposed of.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public ValueTask<IDisposable> EnterAsync(CancellationToken cancellation) => _machine.EnterAsync(this, _units, cancellation);

    /// <summary>Waits until nothing else runs, and lets nothing begin until it is disposed of: for what is timed.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public ValueTask<IDisposable> EnterAloneAsync(CancellationToken cancellation) =>
        _machine.EnterAsync(this, Machine.Whole, cancellation);
}
