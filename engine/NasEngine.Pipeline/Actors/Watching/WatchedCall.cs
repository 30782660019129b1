using NasEngine.Contracts;

namespace NasEngine.Pipeline.Actors;

/// <summary>A call that a <see cref="Watchdog"/> looks at.</summary>
internal interface IWatched
{
    /// <summary>How often it was looked at in a row, this time included, without a word from it; 0 for the first look.</summary>
    int LooksWithoutAWord();

    /// <summary>Whoever waits for it waits no more.</summary>
    void GiveUp(TimeSpan limit);
}

/// <summary>A call said nothing for longer than it may.</summary>
internal sealed class CallGivenUp(TimeSpan limit) : Exception($"No answer within {limit.TotalSeconds:0} seconds.")
{
    /// <summary>How long it might.</summary>
    public TimeSpan Limit => limit;
}

/// <summary>One call: ends with its task, or is given up.</summary>
/// <param name="progress">Who else is told how far it is.</param>
/// <param name="ended">Told when the task has ended.</param>
internal sealed class WatchedCall<T>(IJobProgress progress, Action<IWatched> ended) : IWatched, IJobProgress
{
    private readonly TaskCompletionSource<T> _end = new();
    private long _words;
    private long _wordsAtLook;
    private int _looks = -1;

    /// <inheritdoc/>
    public void Report(string stage, long done, long total)
    {
        Interlocked.Increment(ref _words);
        progress.Report(stage, done, total);
    }

    /// <summary>Runs it: the end of the task, or of the patience with it.</summary>
    public Task<T> Run(Func<IJobProgress, Task<T>> call)
    {
        var running = Begin(call);
        if (running.IsCompleted)
        {
            ended(this);
            return running;
        }

        running.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() =>
        {
            ended(this);
            _end.TrySetFromTask(running);
        });
        return _end.Task;
    }

    /// <inheritdoc/>
    public int LooksWithoutAWord()
    {
        var words = Interlocked.Read(ref _words);
        _looks = words == _wordsAtLook ? _looks + 1 : 0;
        _wordsAtLook = words;
        return _looks;
    }

    /// <inheritdoc/>
    public void GiveUp(TimeSpan limit) => _end.TrySetException(new CallGivenUp(limit));

    private Task<T> Begin(Func<IJobProgress, Task<T>> call)
    {
        try
        {
            return call(this);
        }
        catch (Exception problem)
        {
            return Task.FromException<T>(problem);
        }
    }
}
