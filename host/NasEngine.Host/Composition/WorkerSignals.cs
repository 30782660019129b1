using System.Runtime.InteropServices;

namespace NasEngine.Host.Composition;

/// <summary>
/// A terminal's Ctrl-C reaches the whole process group. The coordinator decides what becomes of its workers, so a worker
/// lets the signal pass; it ends when its pipe closes.
/// </summary>
internal sealed class WorkerSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true),
    ];

    private WorkerSignals()
    {
    }

    public static WorkerSignals Ignore() => new();

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }
}
