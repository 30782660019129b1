using System.Runtime.InteropServices;

namespace NasEngine.Benchmarks.ClusterChaos;

/// <summary>While it is there, signals end the process as its own end does: what is to be taken away at its end is.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, End))];

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private static void End(PosixSignalContext context)
    {
        context.Cancel = true;
        Environment.Exit(130);
    }
}
