namespace NasEngine.Host.Display;

/// <summary>How fast candidates finish, over the last of them.</summary>
internal sealed class Rate(TimeProvider time)
{
    private const int Window = 30;

    private readonly Queue<(long At, long Count)> _points = new();

    /// <summary>Notes how many are finished by now.</summary>
    public void Add(long count)
    {
        _points.Enqueue((time.GetTimestamp(), count));
        if (_points.Count > Window)
        {
            _points.Dequeue();
        }
    }

    /// <summary>Candidates per second, or null while there is nothing to say.</summary>
    public double? PerSecond
    {
        get
        {
            if (_points.Count < 2)
            {
                return null;
            }

            var (from, first) = _points.Peek();
            var (_, last) = _points.Last();
            var seconds = time.GetElapsedTime(from).TotalSeconds;
            return last > first && seconds > 0 ? (last - first) / seconds : null;
        }
    }

    /// <summary>Time for <paramref name="left"/> more at this rate.</summary>
    public TimeSpan? For(long left) => PerSecond is { } rate ? TimeSpan.FromSeconds(left / rate) : null;
}
