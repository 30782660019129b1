using System.Runtime.InteropServices;

namespace NasEngine.Host.Composition;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks to stop at the next safe point, the second ends the program at once. The journal
/// is on disk at every moment, so nothing finished is lost either way.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly string? _say;

    /// <summary>Takes them.</summary>
    /// <param name="say">What the user is told when the first comes; null for nothing.</param>
    public Interrupts(string? say = "Stopping at the next safe point; once more to stop at once.")
    {
        _say = say;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_stop.IsCancellationRequested)
        {
            Environment.Exit(ExitCode.Interrupted);
        }

        if (_say is not null)
        {
            Console.Error.WriteLine(_say);
        }

        _stop.Cancel();
    }
}
