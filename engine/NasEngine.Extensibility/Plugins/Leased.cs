namespace NasEngine.Extensibility.Plugins;

/// <summary>
/// A part in use, which keeps its version of the plugin loaded. Whoever made it disposes it, and then refers to the part no
/// more.
/// </summary>
public sealed class Leased<TPart> : IDisposable
    where TPart : class
{
    private TPart? _part;
    private Action? _release;

    internal Leased(TPart part, Action release)
    {
        _part = part;
        _release = release;
    }

    /// <summary>The part.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public TPart Part => _part ?? throw new ObjectDisposedException(nameof(Leased<TPart>));

    /// <summary>Disposes the part where it can be, and gives it back. A second call does nothing.</summary>
    public void Dispose()
    {
        (_part as IDisposable)?.Dispose();
        _part = null;
        Interlocked.Exchange(ref _release, null)?.Invoke();
    }
}
