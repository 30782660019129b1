using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Watches calls of workers: one that neither ends nor says how far it is for too long is given up with its worker. A worker
/// that is alive but stuck, in a constructor or in native code, still sends heartbeats, so these do not count.
/// </summary>
internal sealed class JobWatch(JobTimes times, TimeProvider time)
{
    private readonly Watchdog _watchdog = new(() => times.Limit, time);

    /// <summary>Runs a call.</summary>
    /// <exception cref="WorkerLost">It said nothing for longer than the limit.</exception>
    public async Task<T> RunAsync<T>(Func<IJobProgress, Task<T>> call, IJobProgress progress)
    {
        var start = time.GetTimestamp();
        try
        {
            var result = await _watchdog.RunAsync(call, progress).ConfigureAwait(false);
            times.Took(time.GetElapsedTime(start));
            return result;
        }
        catch (CallGivenUp late)
        {
            throw new WorkerLost($"It did not say how far its job is for {late.Limit.TotalSeconds:0} seconds.");
        }
    }

    /// <summary>Runs a call that says nothing of how far it is.</summary>
    /// <exception cref="WorkerLost">It did not end within the limit.</exception>
    public Task<T> RunAsync<T>(Func<Task<T>> call) => RunAsync(_ => call(), NoProgress.Instance);
}
