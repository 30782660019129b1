namespace NasEngine.Contracts;

/// <summary>
/// Other workers of the same search that do parts of a candidate's work, each with an estimator made as this one is
/// (<see cref="IHelpingEstimator"/>). What comes of a candidate must not depend on how many there are.
/// </summary>
public interface IHelpers
{
    /// <summary>How many there are for the candidate that is trained now; 0 where it is done alone.</summary>
    int Count { get; }

    /// <summary>Has a helper do a part; may be called from several threads, also for one helper.</summary>
    /// <param name="helper">Which one, from 0.</param>
    /// <param name="work">What it is to do, as bytes of the estimator's own making; at most 200 MiB.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    /// <returns>What <see cref="IHelpingEstimator.Help"/> gave; null where the helper is lost, and the part is to be done here.</returns>
    Task<byte[]?> AskAsync(int helper, byte[] work, CancellationToken cancellation);
}

/// <summary>An estimator that does parts of the work of another one of its search.</summary>
public interface IHelpingEstimator : IEstimator
{
    /// <summary>Does a part of what another worker's estimator has to do; a function of <paramref name="work"/> alone.</summary>
    /// <param name="work">What that estimator gave to <see cref="IHelpers.AskAsync"/>.</param>
    /// <param name="progress">Hears how far it is, for parts that take long.</param>
    /// <param name="cancellation">Gives it up.</param>
    byte[] Help(byte[] work, IJobProgress progress, CancellationToken cancellation);
}
