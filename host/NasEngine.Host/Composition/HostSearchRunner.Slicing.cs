using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Commands;
using NasEngine.Host.Reports;
using NasEngine.Networks;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Slicing;

namespace NasEngine.Host.Composition;

/// <summary>Slices of trained supernets under other limits.</summary>
internal sealed partial class HostSearchRunner
{
    /// <inheritdoc/>
    public Task<SearchResult> SliceAsync(string search, SliceRequest request, CancellationToken cancellation) =>
        _turns.AloneAsync(search, launch.InProcess != true, () => SliceAloneAsync(search, request, cancellation), cancellation);

    private async Task<SearchResult> SliceAloneAsync(string search, SliceRequest request, CancellationToken cancellation)
    {
        var header = SearchArgument.Find(workspace, search);
        services.MustHave(workspace, header);
        var plan = SlicePlan.Of(header, request, request.Latencies is { } table
            ? new ComponentSpec(LatencyTable.CostsId, OptionBag.From(new { Table = table }))
            : null);
        var finished = new FinishedSearch(workspace, launch, _count, MeasuredHere.For(_measured, _machine));
        var isDone = SearchArgument.Recorded(workspace, plan.Spec.Name, isSound: false) is { State: "completed" };
        var trained = isDone ? null : plan.Trained(
            workspace,
            finished.Prepare(plan.Spec, null, services).Prepared,
            launch.AcceptPlugins ? null : services.Catalog.HashesOf(plan.Spec));
        return await RunAloneAsync(
            new SearchRun(plan.Spec)
            {
                Begin = trained is null ? null : (spec, origin) => plan.Begin(workspace, trained, spec, origin, time.GetUtcNow()),
            },
            null,
            cancellation).ConfigureAwait(false);
    }
}
