namespace NasEngine.Networks;

/// <summary>Adds up the scores of batches.</summary>
internal sealed class ScoreSum
{
    private double _loss;
    private double _right;
    private long _count;

    /// <summary>Mean loss and share of right answers over all images.</summary>
    public ClassificationScore Mean => new(_loss / _count, Math.Round(_right) / _count);

    /// <summary>Adds the score of a batch.</summary>
    /// <param name="score">Means over the batch.</param>
    /// <param name="images">How many images it has.</param>
    public void Add(ClassificationScore score, long images)
    {
        _loss += score.Loss * images;
        _right += score.Accuracy * images;
        _count += images;
    }
}
