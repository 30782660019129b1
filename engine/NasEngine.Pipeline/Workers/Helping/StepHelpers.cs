using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Helping;

/// <summary>
/// Workers that do parts of another one's steps. They are started when the first step begins, each as soon as there is a place for it; one
/// that is lost is started anew elsewhere, and until then its parts are done by who asked.
/// </summary>
/// <param name="wanted">How many at most.</param>
/// <param name="create">Makes one.</param>
/// <param name="note">Told of those that cannot work.</param>
/// <param name="time">The clock.</param>
public sealed class StepHelpers(int wanted, Func<IHelpingWorker> create, Action<string> note, TimeProvider time)
    : IHelpers, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _changing = new();
    private ImmutableArray<StepHelper> _ready = [];
    private ImmutableArray<StepHelper> _asked = [];
    private Task[]? _kept;

    /// <summary>How many are ready now. Those that are counted are the ones that are asked until it is read again.</summary>
    public int Count
    {
        get
        {
            lock (_changing)
            {
                _kept ??= [.. Enumerable.Range(0, wanted).Select(_ => Task.Run(KeepAsync))];
                _asked = _ready;
                return _asked.Length;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]?> AskAsync(int helper, byte[] work, CancellationToken cancellation)
    {
        var one = _asked[helper];
        try
        {
            return await one.Worker.HelpAsync(work, null, cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is WorkerLost or InputException or DiskRefused)
        {
            if (one.Lost.TrySetResult())
            {
                note($"One that helped with steps is lost, and what it was to do is done here: {problem.Message}");
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_kept ?? []).ConfigureAwait(false);
        _ended.Dispose();
    }

    /// <summary>Has one, another after each that is lost.</summary>
    private async Task KeepAsync()
    {
        try
        {
            while (true)
            {
                await HaveOneAsync().ConfigureAwait(false);
                await Task.Delay(Pause, time, _ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody needs it any more.
        }
        catch (InputException problem)
        {
            note($"No more than {_ready.Length} of {wanted} help with steps: {problem.Message}");
        }
    }

    private async Task HaveOneAsync()
    {
        var one = new StepHelper(create());
        try
        {
            await one.Worker.PlaceAsync(MachineWork.Steps, _ended.Token).ConfigureAwait(false);
            await one.Worker.StartAsync(networks: null, _ended.Token).ConfigureAwait(false);
            Change(ready => ready.Add(one));
            note($"{_ready.Length} of {wanted} help with steps.");
            await one.Lost.Task.WaitAsync(_ended.Token).ConfigureAwait(false);
        }
        catch (WorkerLost)
        {
            // Another one.
        }
        finally
        {
            Change(ready => ready.Remove(one));
            await one.Worker.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Change(Func<ImmutableArray<StepHelper>, ImmutableArray<StepHelper>> change)
    {
        lock (_changing)
        {
            _ready = change(_ready);
        }
    }
}
