using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Which images make batch number n: the epochs follow each other, each a fresh permutation drawn from (seed, epoch,
/// purpose). Batch n is a function of n alone, so a run that starts again in the middle goes on exactly.
/// </summary>
/// <param name="images">Numbers of the images to draw from.</param>
/// <param name="batchSize">Images of a batch, at least 1; what is left of an epoch when no whole batch is, is dropped.</param>
/// <param name="seed">The search's seed.</param>
/// <param name="purpose">What the batches are for.</param>
internal sealed class BatchOrder(int[] images, int batchSize, ulong seed, string purpose)
{
    private int[] _permutation = [];
    private long _epoch = -1;

    /// <summary>Whole batches in an epoch, at least 1.</summary>
    public int BatchesPerEpoch { get; } = images.Length >= batchSize
        ? images.Length / batchSize
        : throw new InputException(
            $"The batch size is {batchSize}, and there are only {images.Length} images to draw from; give a smaller batch size.");

    /// <summary>The images of batch <paramref name="number"/>, counted from 0 over all epochs.</summary>
    public ReadOnlySpan<int> Batch(long number)
    {
        var (epoch, place) = Math.DivRem(number, BatchesPerEpoch);
        if (epoch != _epoch)
        {
            _permutation = [.. images];
            RandomSource.For(seed, epoch, purpose).Shuffle<int>(_permutation);
            _epoch = epoch;
        }

        return _permutation.AsSpan((int)place * batchSize, batchSize);
    }

    /// <summary>Looks whether there are images enough for a batch, before anything is trained.</summary>
    /// <param name="images">Numbers of the images to draw from.</param>
    /// <param name="batchSize">Images of a batch.</param>
    /// <param name="user">Whose batches, for the message: <c>Estimator 'supernet' trains</c>.</param>
    /// <param name="option">The option that says how large they are.</param>
    /// <exception cref="InputException">There are not.</exception>
    public static void Check(int[] images, int batchSize, string user, string option)
    {
        if (images.Length < batchSize)
        {
            throw new InputException(
                $"{user} on batches of {batchSize} images, and there are only {images.Length}; give a {option} of {images.Length} or "
                + $"less.");
        }
    }
}
