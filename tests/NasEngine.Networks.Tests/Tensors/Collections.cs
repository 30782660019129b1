namespace NasEngine.Networks.Tests.Tensors;

/// <summary>Collects garbage and runs finalizers on a thread of its own, over and over, until it is disposed.</summary>
internal sealed class Collections : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _over;

    public Collections()
    {
        _thread = new Thread(() =>
        {
            while (!_over)
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        _thread.Start();
    }

    public void Dispose()
    {
        _over = true;
        _thread.Join();
    }
}
