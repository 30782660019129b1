using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Protocol;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>A worker process, wherever it runs, and the way to it. Its methods fail as those of <see cref="IWorker"/> do.</summary>
public interface IWorkerConnection : IAsyncDisposable
{
    /// <summary>See <see cref="IWorker.Node"/>.</summary>
    NodeRef? Node => null;

    /// <summary>Waits until there is a place where the process can run.</summary>
    /// <param name="cancellation">Nobody waits any more.</param>
    Task PlaceAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>See <see cref="IWorker.BlameAsync"/>.</summary>
    Task<Exception> BlameAsync(InputException problem) => Task.FromResult<Exception>(problem);

    /// <summary>Starts the process and configures it.</summary>
    /// <param name="configure">The search.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <returns>A <see cref="ReadyRecord"/> as bytes.</returns>
    Task<byte[]> StartAsync(Configure configure, CancellationToken cancellation);

    /// <summary>Has it do a job.</summary>
    /// <param name="message">The job, of its number.</param>
    /// <param name="progress">Who is told how far it is; null for nobody.</param>
    /// <param name="cancellation">Gives it up; it is answered all the same.</param>
    /// <returns>The result as bytes; what it is depends on the job.</returns>
    Task<byte[]> CallAsync(Func<long, IToWorker> message, IJobProgress? progress, CancellationToken cancellation);
}
