using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Actors;

/// <summary>
/// Watches calls of a worker: one that neither ends nor says how far it is for too long is given up with its worker. A worker
/// that is alive but stuck, in a constructor or in native code, still sends heartbeats, so these do not count.
/// </summary>
internal static class JobWatch
{
    private const int Looks = 10;

    /// <summary>Runs a call.</summary>
    /// <exception cref="WorkerLost">It said nothing for longer than the limit.</exception>
    public static async Task<T> RunAsync<T>(Func<IJobProgress, Task<T>> call, IJobProgress progress, JobTimes times, TimeProvider time)
    {
        var counted = new CountedProgress(progress);
        var start = time.GetTimestamp();
        var running = call(counted);
        for (var quiet = 0; quiet < Looks; quiet++)
        {
            var said = counted.Count;
            try
            {
                var result = await running.WaitAsync(times.Limit / Looks, time).ConfigureAwait(false);
                times.Took(time.GetElapsedTime(start));
                return result;
            }
            catch (TimeoutException) when (!running.IsCompleted)
            {
                // A look counts once, however late it comes: a coordinator that was frozen does not take its workers for stuck.
                quiet = counted.Count == said ? quiet : -1;
            }
        }

        throw new WorkerLost($"It did not say how far its job is for {times.Limit.TotalSeconds:0} seconds.");
    }

    /// <summary>Runs a call without a result.</summary>
    /// <exception cref="WorkerLost">It said nothing for longer than the limit.</exception>
    public static Task RunAsync(Func<IJobProgress, Task> call, IJobProgress progress, JobTimes times, TimeProvider time) => RunAsync(
        async counted =>
        {
            await call(counted).ConfigureAwait(false);
            return true;
        },
        progress, times, time);

    private sealed class CountedProgress(IJobProgress progress) : IJobProgress
    {
        private long _count;

        public long Count => Interlocked.Read(ref _count);

        public void Report(string stage, long done, long total)
        {
            Interlocked.Increment(ref _count);
            progress.Report(stage, done, total);
        }
    }
}
