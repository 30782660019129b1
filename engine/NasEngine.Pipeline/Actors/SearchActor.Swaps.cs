using Akka.Actor;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Plugins that are swapped while the search runs: what is in flight is waited for, the strategy's state goes over to the
/// new version, workers start on it, the journal takes note, and then it is in use. Until the journal has it, anything that
/// fails leaves the old version in use.
/// </summary>
internal sealed partial class SearchActor
{
    private readonly Queue<SwapRequest> _swaps = new();
    private readonly HashSet<int> _renewed = [];
    private SwapStage _stage = SwapStage.None;
    private PluginExchange? _exchange;
    private byte[] _strategySaved = [];
    private string _refusal = "";
    private long _checkpointedAt = -1;
    private int _round;

    private enum SwapStage
    {
        None,
        Loading,
        Renewing,
        Reverting,
        Writing,
    }

    protected override void PostStop()
    {
        _exchange?.Dispose();
        base.PostStop();
    }

    private void OnSwap(SwapRequest request)
    {
        if (!_plan.Plugins!.Uses(_state.Spec, request.Plugin))
        {
            request.Answer(SwapResult.NotInUse, $"Search '{_state.Spec.Name}' does not use plugin '{request.Plugin}'.");
        }
        else if (_state.Phase != SearchPhase.Searching)
        {
            RefuseForFinals(request);
        }
        else
        {
            _swaps.Enqueue(request);
            SwapIfQuiet();
        }
    }

    private bool IsQuiet => !_busy && !_stopping && _writing is null && _arrived.Count == 0 && _state.Phase == SearchPhase.Searching
        && _assignments.NothingRuns && _assignments.IdleCount == _trainers.Length;

    private void SwapIfQuiet()
    {
        if (_swaps.Count == 0 || !IsQuiet)
        {
            return;
        }

        if (_stateful && _state.ObservedCount > 0 && _checkpointedAt != _state.ObservedCount)
        {
            // Steps since the last checkpoint could not be repeated by the new version as they were.
            BeginCheckpoint();
            return;
        }

        _busy = true;
        _stage = SwapStage.Loading;
        _sampler.Tell(new SaveStrategy());
    }

    private void OnStrategySaved(StrategySaved saved)
    {
        _strategySaved = saved.Strategy;
        var (host, plugin, spec, parts) = (_plan.Plugins!, _swaps.Peek().Plugin, _state.Spec, _plan.Parts);
        var loading = Task.Run(() => PluginExchange.Load(host, plugin, spec, parts, saved.Strategy));
        loading.WaitAsync(_plan.Settings.StrategyLimit, _plan.Time).PipeTo(
            Self, success: exchange => new SwapLoaded(exchange), failure: problem => SwapFailed.Of(problem, loading));
    }

    private void OnSwapLoaded(SwapLoaded loaded)
    {
        _exchange = loaded.Exchange;
        Renew(SwapStage.Renewing, _exchange.CreateWorker);
    }

    private void Renew(SwapStage stage, Func<int, Workers.IWorker>? create)
    {
        _stage = stage;
        _renewed.Clear();
        while (_assignments.HasIdle)
        {
            _assignments.TakeIdle();
        }

        _round++;
        foreach (var trainer in _trainers)
        {
            trainer.Tell(new RenewWorker(_round, create));
        }
    }

    private void OnRenewed(int slot)
    {
        _assignments.Idle(slot);
        _renewed.Add(slot);
        if (_renewed.Count < _trainers.Length)
        {
            return;
        }

        if (_stage == SwapStage.Reverting)
        {
            Refuse(_refusal);
            return;
        }

        _stage = SwapStage.Writing;
        Happen(new PluginsChanged([_exchange!.Change], Saving.Search(_state, _strategySaved)));
        Commit(FinishSwap);
    }

    private void FinishSwap()
    {
        _exchange!.Commit(_plan.Parts);
        _exchange = null;
        var observed = _state.ObservedCount;
        EndSwap((request, host, note) => Task.Run(async () =>
        {
            var gone = await Farewell.SeenAsync(host, request.Plugin, _plan.Time).ConfigureAwait(false);
            var sentence = $"Plugin '{request.Plugin}' was swapped after {observed} candidates; the old version is {(gone
                ? "gone from memory" : "still in memory, since something in it holds on to it")}.";
            note(sentence);
            request.Answer(SwapResult.Swapped, sentence);
        }));
        Dispatch();
        Cycle();
    }

    private void OnSwapFailed(string reason)
    {
        if (_stage == SwapStage.Renewing)
        {
            _refusal = reason;
            _exchange!.Dispose();
            _exchange = null;
            Renew(SwapStage.Reverting, null);
        }
        else if (_stage == SwapStage.Loading)
        {
            Refuse(reason);
        }
    }

    private void Refuse(string reason)
    {
        EndSwap((request, _, note) =>
        {
            var sentence = $"Plugin '{request.Plugin}' was not swapped, the old version goes on: {reason}";
            note(sentence);
            request.Answer(SwapResult.Refused, sentence);
        });
        Dispatch();
        Cycle();
        StopIfIdle();
    }

    private void RefuseSwaps()
    {
        while (_swaps.TryDequeue(out var request))
        {
            RefuseForFinals(request);
        }
    }

    private void RefuseForFinals(SwapRequest request) => request.Answer(
        SwapResult.Refused, $"Search '{_state.Spec.Name}' has chosen its winners; plugin '{request.Plugin}' stays as it is until it ends.");

    private void EndSwap(Action<SwapRequest, IPluginHost, Action<string>> answer)
    {
        _stage = SwapStage.None;
        _strategySaved = [];
        _busy = false;
        answer(_swaps.Dequeue(), _plan.Plugins!, _plan.Observer.Note);
    }
}
