namespace McMaster.NETCore.Plugins.Internal;

/// <summary>Calls back once the DLLs beside the main assembly have stopped changing for a while.</summary>
internal sealed class ReloadTrigger : IDisposable
{
    private readonly FileSystemWatcher watcher;
    private readonly Timer timer;
    private readonly TimeSpan delay;
    private readonly Lock gate = new();
    private bool disposed;

    public ReloadTrigger(string mainAssemblyPath, TimeSpan delay, Action reload)
    {
        this.delay = delay;
        timer = new Timer(_ => Fire(reload));
        watcher = new FileSystemWatcher(Path.GetDirectoryName(mainAssemblyPath)!, "*.dll")
        {
            NotifyFilter = NotifyFilters.LastWrite,
        };
        watcher.Changed += (_, _) => Postpone();
        watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            watcher.Dispose();
            timer.Dispose();
        }
    }

    private void Postpone()
    {
        lock (gate)
        {
            if (!disposed)
            {
                timer.Change(delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Fire(Action reload)
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }
        }

        reload();
    }
}
