using Akka.Actor;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// One request to swap a plugin: holds the new version from its loading until it is in use or dropped, and answers who asked.
/// All of the plugin runs beside the actor, within the strategy's limit.
/// </summary>
internal sealed class SwapActor : ReceiveActor, IWithStash
{
    private readonly int _number;
    private readonly string _plugin;
    private readonly IActorRef _asker;
    private readonly SearchPlan _plan;
    private readonly SearchSpec _spec;
    private PluginExchange? _exchange;

    public SwapActor(int number, string plugin, IActorRef asker, SearchPlan plan)
    {
        (_number, _plugin, _asker, _plan, _spec) = (number, plugin, asker, plan, plan.State.Spec);
        Receive<Used>(OnUsed);
        ReceiveAny(_ => Stash.Stash());
        var host = plan.Plugins!;
        plan.Calls.RunAsync(() => host.Uses(_spec, plugin), "The host", () => $"look for plugin '{plugin}'")
            .PipeTo(Self, success: used => new Used(used, null), failure: problem => new Used(false, Problems.Root(problem).Message));
    }

    public IStash Stash { get; set; } = null!;

    protected override void PostStop() => _exchange?.Dispose();

    /// <summary>The search uses the plugin; what it decided of the swap meanwhile comes now.</summary>
    private void Using()
    {
        Receive<LoadSwap>(OnLoad);
        Receive<Loaded>(OnLoaded);
        Receive<LoadFailed>(failed => Context.Parent.Tell(new SwapFailed(_number, failed.Reason)));
        Receive<StartWorker>(start => Context.Parent.Tell(new StartTrainer(start, _exchange!.CreateWorker)));
        Receive<CommitSwap>(OnCommit);
        Receive<RefuseSwap>(OnRefuse);
        Receive<RefuseSwapForFinals>(_ => Answer(
            SwapResult.Refused, $"Search '{_spec.Name}' has chosen its winners; plugin '{_plugin}' stays as it is until it ends."));
        Receive<Gone>(OnGone);
    }

    private void OnUsed(Used used)
    {
        if (used.Yes)
        {
            Become(Using);
            Stash.UnstashAll();
        }
        else if (used.Problem is { } problem)
        {
            Answer(SwapResult.Refused, problem);
        }
        else
        {
            Answer(SwapResult.NotInUse, $"Search '{_spec.Name}' does not use plugin '{_plugin}'.");
        }
    }

    private void OnLoad(LoadSwap load)
    {
        var (host, parts) = (_plan.Plugins!, _plan.Parts);
        var loading = Task.Run(() => PluginExchange.Load(host, _plugin, _spec, parts, load.Saved));
        loading.WaitAsync(_plan.Settings.StrategyLimit, _plan.Time).PipeTo(
            Self,
            success: exchange => new Loaded(exchange, Saving.Search(load.State, load.Saved)),
            failure: problem => LoadFailed.Of(Problems.Root(problem), loading));
    }

    private void OnLoaded(Loaded loaded)
    {
        _exchange = loaded.Exchange;
        Context.Parent.Tell(new SwapLoaded(_number, new PluginsChanged([_exchange.Change], loaded.Start)));
    }

    private void OnCommit(CommitSwap commit)
    {
        _exchange!.Commit(_plan.Parts);
        _exchange = null;
        Context.Parent.Tell(new SwapCommitted(_number));
        var (host, plugin, time) = (_plan.Plugins!, _plugin, _plan.Time);
        Task.Run(() => UnloadProbe.IsGoneAsync(host, plugin, time)).PipeTo(
            Self, success: gone => new Gone(commit.Observed, gone), failure: _ => new Gone(commit.Observed, false));
    }

    private void OnGone(Gone gone)
    {
        var sentence = $"Plugin '{_plugin}' was swapped after {gone.Observed} candidates; the old version is {(gone.Yes
            ? "gone from memory" : "still in memory, since something in it holds on to it")}.";
        _plan.Observer.Note(sentence);
        Answer(SwapResult.Swapped, sentence);
    }

    private void OnRefuse(RefuseSwap refuse)
    {
        var sentence = $"Plugin '{_plugin}' was not swapped, the old version goes on: {refuse.Reason}";
        _plan.Observer.Note(sentence);
        Answer(SwapResult.Refused, sentence);
    }

    private void Answer(SwapResult result, string sentence)
    {
        _asker.Tell(new SwapAnswer(result, sentence));
        Context.Stop(Self);
    }

    private sealed record Used(bool Yes, string? Problem);

    private sealed record Loaded(PluginExchange Exchange, SavedSearch Start);

    private sealed record Gone(long Observed, bool Yes);

    private sealed record LoadFailed(string Reason)
    {
        /// <summary>The reason; a version that is loaded after all, too late, is dropped.</summary>
        public static LoadFailed Of(Exception problem, Task<PluginExchange> loading)
        {
            _ = loading.ContinueWith(
                late => late.Result.Dispose(),
                CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            return new LoadFailed(problem is TimeoutException ? "it took too long to take the strategy's state." : problem.Message);
        }
    }
}
