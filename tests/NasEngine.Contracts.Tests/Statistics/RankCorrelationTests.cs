namespace NasEngine.Contracts.Tests.Statistics;

public sealed class RankCorrelationTests
{
    [Fact]
    public void Ranks_correlate_as_Spearman_has_it()
    {
        RankCorrelation.Of([1, 2, 3, 4], [10, 20, 30, 40]).Should().Be(1);
        RankCorrelation.Of([1, 2, 3, 4], [4, 3, 2, 1]).Should().Be(-1);

        // 1 − 6·Σd²/(n·(n² − 1)) without ties; with ties, Pearson's correlation of the mean ranks.
        RankCorrelation.Of([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]).Should().BeApproximately(1 - 6 * 4 / (5.0 * 24), 1e-12);
        RankCorrelation.Of([1, 1, 2], [1, 2, 3]).Should().BeApproximately(1.5 / Math.Sqrt(1.5 * 2), 1e-12);
        RankCorrelation.Of([1, 1], [1, 2]).Should().BeNull();
    }
}
