namespace NasEngine.Networks.Tests.Profiling;

public sealed class LatencyLineTests
{
    [Fact]
    public void Points_on_a_line_give_the_line()
    {
        var line = LatencyLine.Through([.. new[] { 1.0, 2, 5, 9 }.Select(p => (p, 0.25 + (0.75 * p)))]);

        line.Base.Should().BeApproximately(0.25, 1e-12);
        line.Scale.Should().BeApproximately(0.75, 1e-12);
    }

    [Fact]
    public void No_line_beside_it_has_a_smaller_squared_relative_error()
    {
        (double, double)[] pairs = [(1, 1.3), (2, 1.9), (3, 3.4), (5, 4.8), (8, 9)];
        var best = LatencyLine.Through(pairs);
        double Error(double start, double scale) => pairs.Sum(pair => Math.Pow((start + (scale * pair.Item1) - pair.Item2) / pair.Item2, 2));

        foreach (var (up, across) in new[] { (0.01, 0.0), (-0.01, 0), (0, 0.01), (0, -0.01), (0.01, -0.01), (-0.01, 0.01) })
        {
            Error(best.Base, best.Scale).Should().BeLessThan(Error(best.Base + up, best.Scale + across));
        }
    }

    [Fact]
    public void One_that_would_begin_below_0_goes_through_the_origin()
    {
        var line = LatencyLine.Through([(1, 0.5), (2, 3)]);

        line.Base.Should().Be(0);
        line.Scale.Should().BeApproximately(((1 / 0.5) + (2.0 / 3)) / ((1 / 0.25) + (4.0 / 9)), 1e-12);
    }

    [Fact]
    public void Predictions_that_are_all_alike_have_a_scale_still() =>
        LatencyLine.Through([(2, 4), (2, 4)]).Should().Be(new LatencyLine(0, 2));

    [Fact]
    public void A_check_has_the_rank_correlation_with_shared_ranks_and_the_errors()
    {
        // Ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: correlation 4.5 / √(4.5 · 5).
        var check = LatencyCheck.Of([(1, 2), (3, 4), (3, 5), (8, 8)]);

        check.Networks.Should().Be(4);
        check.Spearman.Should().BeApproximately(4.5 / Math.Sqrt(4.5 * 5), 1e-12);
        check.RelativeError.Should().BeApproximately((0.25 + 0.4) / 2, 1e-12);
        check.Error.Should().Be((1 + 1 + 2 + 0) / 4.0);
    }

    [Fact]
    public void It_never_falls_whatever_the_noise()
    {
        var line = LatencyLine.Through([(1, 3), (2, 2), (3, 1.5)]);

        line.Base.Should().Be(0);
        line.Scale.Should().BePositive();
    }
}
