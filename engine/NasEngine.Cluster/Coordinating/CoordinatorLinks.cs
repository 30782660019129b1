using Akka.Actor;
using NasEngine.Cluster.Membership;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Coordinating;

/// <summary>
/// The coordinator's part in a cluster, and the next one when it ends by itself, as a member does that fails or that the others shut out:
/// nodes come to it as they come to a coordinator that was killed and resumed.
/// </summary>
internal sealed class CoordinatorLinks : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Func<CoordinatorLink> _start;
    private readonly Action<CoordinatorLink> _started;
    private readonly Action<string> _note;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private Task<CoordinatorLink> _link;

    /// <param name="first">The first one.</param>
    /// <param name="start">Makes another one, at the same address; throws <see cref="InputException"/> while that is not free.</param>
    /// <param name="started">Told of each but the first.</param>
    /// <param name="note">Told when one has ended.</param>
    /// <param name="time">The clock.</param>
    public CoordinatorLinks(
        CoordinatorLink first, Func<CoordinatorLink> start, Action<CoordinatorLink> started, Action<string> note, TimeProvider time)
    {
        (_start, _started, _note, _time) = (start, started, note, time);
        _link = Task.FromResult(first);
        Follow(first);
    }

    /// <summary>The one there is; waits where there is none.</summary>
    public Task<CoordinatorLink> CurrentAsync(CancellationToken cancellation) => Volatile.Read(ref _link).WaitAsync(cancellation);

    /// <summary>Says something to the actor of the one there is; where there is none, nobody needs to be told.</summary>
    public void Tell(object message)
    {
        if (Volatile.Read(ref _link) is { IsCompletedSuccessfully: true, Result: var link })
        {
            link.Actor.Tell(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        try
        {
            await (await Volatile.Read(ref _link).ConfigureAwait(false)).System.Terminate().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It was to be the next one.
        }
    }

    private void Follow(CoordinatorLink link)
    {
        var words = LastWords.Of(link.System);
        _ = link.System.WhenTerminated.ContinueWith(_ => End(words), TaskScheduler.Default);
    }

    private void End(LastWords words)
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        var next = NextAsync();
        Volatile.Write(ref _link, next);
        _ = next.ContinueWith(begun => Begin(begun.Result), default, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        _note($"This coordinator's part in the cluster has ended ({words}); it begins another one, and nodes come back to it.");
    }

    private void Begin(CoordinatorLink link)
    {
        _started(link);
        Follow(link);
    }

    private async Task<CoordinatorLink> NextAsync()
    {
        await Task.Delay(Pause, _time, _end.Token).ConfigureAwait(false);
        while (true)
        {
            try
            {
                return _start();
            }
            catch (InputException)
            {
                await Task.Delay(Pause, _time, _end.Token).ConfigureAwait(false);
            }
        }
    }
}
