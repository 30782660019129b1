namespace NasEngine.Pipeline.Workers.Helping;

/// <summary>A worker that does parts of another one's work.</summary>
public interface IHelpingWorker : IWorker
{
    /// <summary>Does a part; see <see cref="Contracts.IHelpingEstimator.Help"/>.</summary>
    Task<byte[]> HelpAsync(byte[] work, CancellationToken cancellation);
}
