using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Helping;

/// <summary>A worker that does parts of another one's work.</summary>
public interface IHelpingWorker : IWorker
{
    /// <summary>Does a part; see <see cref="IHelpingEstimator.Help"/>.</summary>
    /// <param name="work">What it is to do.</param>
    /// <param name="progress">Hears how far it is; null for nobody.</param>
    /// <param name="cancellation">Gives it up.</param>
    Task<byte[]> HelpAsync(byte[] work, IJobProgress? progress, CancellationToken cancellation);
}
