using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Workers;

/// <summary>A worker that must read the data and the files that the search began on: one may start days later.</summary>
internal sealed class AlikeWorker(string search, IWorker worker, InputHashes began) : ForwardingWorker
{
    /// <inheritdoc/>
    protected override IWorker Worker => worker;

    /// <exception cref="InputException">It reads others.</exception>
    public override async Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation)
    {
        var ready = await base.StartAsync(networks, cancellation).ConfigureAwait(false);
        return ready.Inputs.ChangeSince(search, began, "this run began") is { } change
            ? throw await BlameAsync(new InputException($"{change}; bring it back and go on with the search.")).ConfigureAwait(false)
            : ready;
    }
}
