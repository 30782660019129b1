using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Sharing;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Host.Composition;

/// <summary>What a search begins with: its settings, its first worker, which reads the data, and where it comes from.</summary>
internal sealed class StartingSearch(
    string workspace, HostServices services, LaunchOptions launch, WorkerCount count, string? recipe, TimeProvider time)
{
    /// <summary>How it is run.</summary>
    public RunSettings SettingsOf(PreparedSearch prepared)
    {
        var settings = new RunSettings { Workers = count.Workers(prepared) };
        return settings with
        {
            CheckpointPeriod = launch.CheckpointPeriod ?? settings.CheckpointPeriod,
            FailuresInARow = launch.Failures ?? settings.FailuresInARow,
            StrategyLimit = launch.StrategyLimit ?? settings.StrategyLimit,
        };
    }

    /// <summary>The first worker, which reads the data while no job of another search needs all of the machine.</summary>
    public async Task<FirstWorker> FirstAsync(
        SearchSpec spec, MachineWork work, WorkerLaunch workers, RunSettings settings, MachineShare share,
        CancellationToken cancellation)
    {
        if (spec.Data is not null)
        {
            await FetchedNatives.EnsureAsync(cancellation).ConfigureAwait(false);
        }

        using var place = await share.EnterAsync(cancellation).ConfigureAwait(false);
        return await Patience.ForAsync(
            FirstWorker.StartAsync(workers.Create, spec, work, workspace, settings, time, cancellation),
            $"{spec.Name}: a worker starts, reads the data and hashes them", time).ConfigureAwait(false);
    }

    /// <summary>Program, device, data, plugins and recipe, for the journal.</summary>
    public SearchOrigin Origin(PreparedSearch prepared, InputHashes inputs) => new(
        Installation.Version, prepared.Spec.Device, inputs.Data, new(services.Catalog.HashesOf(prepared.Spec)), recipe)
    {
        Files = new(inputs.Files),
    };
}
