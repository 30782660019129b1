using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Threads that run paths side by side, each path on one of them with one thread inside its operations. For networks
/// this small that is faster than splitting every operation, and since results are taken in the order of their numbers,
/// sums do not depend on which path was done first, nor on the number of threads.
/// </summary>
internal sealed class PathThreads : IDisposable
{
    private readonly Barrier _gate;
    private readonly Thread[] _threads;
    private Action? _loop;

    /// <summary>Starts the threads.</summary>
    public PathThreads(int count)
    {
        _gate = new Barrier(count + 1);
        _threads = [.. Enumerable.Range(0, count).Select(number =>
            new Thread(Serve) { IsBackground = true, Name = $"path {number}" })];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> on 0 to count − 1 and gives each result to <paramref name="take"/>, in order, one at a time.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled between two paths.</exception>
    public void Run<T>(int count, Func<int, T> work, Action<int, T> take, CancellationToken cancellation)
    {
        var run = new OrderedRun<T>(count, work, take, cancellation);
        _loop = run.Work;
        PassGate();
        PassGate();
        run.Failure?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop = null;
        PassGate();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _gate.Dispose();
    }

    private void Serve()
    {
        torch.set_num_threads(1);
        for (PassGate(); _loop is { } loop; PassGate())
        {
            loop();
            PassGate();
        }
    }

    private void PassGate() => _gate.SignalAndWait(CancellationToken.None);
}
