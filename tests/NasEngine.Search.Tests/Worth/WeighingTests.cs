using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Search.Tests;

public sealed class WeighingTests
{
    private const double Z = 1.959963984540054;

    [Theory]
    [InlineData(7, 20)]
    [InlineData(10, 20)]
    [InlineData(12.5, 30)]
    public void The_ends_of_a_wilson_interval_are_a_normal_quantile_away_from_the_share_they_explain(double beaten, int count)
    {
        var share = beaten / count;
        var (low, high) = WilsonInterval.Of(share, count);

        ((share - low) / Math.Sqrt(low * (1 - low) / count)).Should().BeApproximately(Z, 1e-9);
        ((high - share) / Math.Sqrt(high * (1 - high) / count)).Should().BeApproximately(Z, 1e-9);
    }

    [Fact]
    public void A_wilson_interval_of_none_and_of_all_ends_at_0_and_1()
    {
        WilsonInterval.Of(0, 10).Low.Should().BeApproximately(0, 1e-12);
        WilsonInterval.Of(0, 10).High.Should().BeApproximately(Z * Z / (10 + Z * Z), 1e-12);
        WilsonInterval.Of(1, 10).High.Should().BeApproximately(1, 1e-12);
        WilsonInterval.Of(1, 10).Low.Should().BeApproximately(10 / (10 + Z * Z), 1e-12);
    }

    [Fact]
    public void A_sample_has_its_mean_median_and_spread()
    {
        var sample = Weighing.Sample([4, 1, 3, 2]);

        (sample.Min, sample.Mean, sample.Median, sample.Max).Should().Be((1, 2.5, 2.5, 4));
        sample.Deviation.Should().BeApproximately(Math.Sqrt(5 / 3.0), 1e-15);
        Weighing.Sample([5, 1, 3]).Median.Should().Be(3);
    }

    [Theory]
    [InlineData(Direction.Maximize, 3, 0.7, 1.0)]
    [InlineData(Direction.Minimize, 1, 0.3, -1.0)]
    public void A_winner_beats_those_on_its_worse_side_and_ties_count_half(Direction direction, int beaten, double share, double gain)
    {
        var standing = Weighing.Stand(4, Weighing.Sample([1, 4, 2, 3, 5]), direction);

        (standing.Beaten, standing.Tied, standing.Gain).Should().Be((beaten, 1, gain));
        standing.Share.Should().BeApproximately(share, 1e-15);
        standing.GainError.Should().BeApproximately(Math.Sqrt(2.5 / 5), 1e-15);
        (standing.Low, standing.High).Should().Be(WilsonInterval.Of(standing.Share, 5));
    }

    [Theory]
    [InlineData(20, Verdict.Better)]
    [InlineData(11, Verdict.NoBetter)]
    [InlineData(2, Verdict.Worse)]
    public void The_verdict_is_what_the_interval_allows(int winner, Verdict verdict) =>
        Weighing.Stand(winner, Weighing.Sample([.. Enumerable.Range(1, 20).Select(value => (double)value)]), Direction.Maximize)
            .Verdict.Should().Be(verdict);

    [Theory]
    [InlineData(100, 9, 11)]
    [InlineData(5, 9, 1)]
    [InlineData(5, 0, 1)]
    public void The_time_of_a_search_is_enough_for_whole_trainings_and_for_one_at_least(double search, double training, long trainings) =>
        Weighing.Trainings(search, training).Should().Be(trainings);

    [Fact]
    public void Random_search_with_the_same_compute_is_the_expected_best_or_the_best_there_is()
    {
        var sample = Weighing.Sample([1, 2, 3]);

        Weighing.SameCompute(sample, Direction.Maximize, 100, 50, 2).Should().Be(new SameCompute(100, 50, 2, 8 / 3.0, IsLeast: false));
        Weighing.SameCompute(sample, Direction.Maximize, 100, 1, 100).Should().Be(new SameCompute(100, 1, 100, 3, IsLeast: true));
    }
}
