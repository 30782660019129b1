using NasEngine.Host.Asking;
using NasEngine.Host.Control;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Host.Swaps;
using NasEngine.Host.Telemetry;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Measuring;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Sharing;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Host.Composition;

/// <summary>
/// A search while it runs, with all that is around it: the display, who looks on from elsewhere, what other processes ask.
/// </summary>
/// <param name="workspace">The workspace, whose lock is held.</param>
/// <param name="services">The plugins.</param>
/// <param name="launch">How it is run.</param>
/// <param name="runs">The searches that run beside it.</param>
/// <param name="stage">Where it is shown.</param>
/// <param name="time">The clock.</param>
internal sealed class RunningSearch(
    string workspace, HostServices services, LaunchOptions launch, RunsHere runs, Stage stage, TimeProvider time)
{
    /// <summary>Runs it to its end, or until somebody stops it; one that is told its results, until it waits for more of them.</summary>
    public async Task<SearchOutcome> RunAsync(
        PreparedSearch prepared, SearchOrigin origin, RunSettings settings, WorkerLaunch workers, FirstWorker first, MachineShare share,
        MeasuredCosts measured, ISearchObserver? further, CancellationToken cancellation)
    {
        var (name, isTold) = (prepared.Spec.Name, AskingPlugin.IsOf(prepared.Spec));
        var scene = new Scene(time, architecture => prepared.Space.Format(architecture)); // A swapped plugin must not be kept.
        using var display = isTold ? null : stage.Show(name, scene);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var requests = new SwapRequests();
        using var here = runs.Begin(name, plugin => services.Catalog.HashesOf(prepared.Spec).ContainsKey(plugin));
        await using var watcher = new RunWatcher(
            workspace, name, runs, services.Catalog, requests, stop.Cancel, launch.WatchPlugins, time).ConfigureAwait(false);
        using var teller = new RunTeller(workspace, name, scene, time) { Busy = workers.Busy };
        using var meter = MetricsExport.IsWanted(Environment.GetEnvironmentVariable) ? new SearchMeter(name, time) : null;
        using var export = meter is null ? null : MetricsExport.Start(); // It ends first, and sends the last counts.
        launch.Told.Watch(stop.Cancel);
        ISearchObserver?[] observers = [scene, teller, isTold ? launch.Told : null, further, meter];
        var observer = Displays.Of([.. observers.OfType<ISearchObserver>()]);
        measured.Said = observer.Note;
        foreach (var sentence in PredictionText.Of(prepared.Parts.Costs))
        {
            observer.Note(sentence);
        }

        var runner = new SearchRunner(
            workspace, first.Create, settings, observer, time, new CatalogPlugins(services.Catalog, workers, first), requests)
        {
            Share = share,
            Nodes = workers.WatchNodes,
            Bench = workers.Bench is { } bench ? spec => first.Alike(spec.Name, bench(spec)) : null,
        };
        var outcome = await runner.RunAsync(prepared, origin, stop.Token, launch.AcceptPlugins).ConfigureAwait(false);
        launch.Told.EndWatch();
        teller.Log("run", !outcome.Interrupted ? outcome.State.Phase.ToString().ToLowerInvariant()
            : isTold && launch.Told.IsIdle ? "waits for results"
            : "stopped on request");
        return outcome;
    }
}
