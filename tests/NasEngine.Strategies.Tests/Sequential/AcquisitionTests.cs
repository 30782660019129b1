using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class AcquisitionTests
{
    [Fact]
    public void Expected_improvement_is_its_closed_form()
    {
        Acquisition.ExpectedImprovement((0, 4), best: 0).Should().BeApproximately(2 / Math.Sqrt(2 * Math.PI), 1e-12);
        Acquisition.ExpectedImprovement((1, 1), best: 0).Should().BeApproximately(1.0833154705876864, 1e-12);
        Acquisition.ExpectedImprovement((-1, 1), best: 0).Should().BeApproximately(0.08331547058768629, 1e-12);
    }

    [Theory]
    [InlineData(0.3, 0.5, 0.1)]
    [InlineData(-0.4, 2, 1.5)]
    public void Expected_improvement_is_the_integral_of_the_improvement(double mean, double variance, double best)
    {
        const int Steps = 200_000;
        var (deviation, sum) = (Math.Sqrt(variance), 0.0);
        for (var i = 0; i < Steps; i++)
        {
            var z = -10 + (20 * (i + 0.5) / Steps);
            sum += Math.Max(0, mean + (deviation * z) - best) * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * 20 / Steps;
        }

        Acquisition.ExpectedImprovement((mean, variance), best).Should().BeApproximately(sum, 1e-8);
    }

    [Fact]
    public void The_upper_bound_is_the_mean_and_so_many_deviations() =>
        Acquisition.UpperBound((0.5, 0.04), 2.576).Should().BeApproximately(1.0152, 1e-12);

    [Fact]
    public void The_probability_within_a_limit_is_that_of_the_normal_distribution()
    {
        Acquisition.Within((2, 9), limit: 2).Should().BeApproximately(0.5, 1e-12);
        Acquisition.Within((0, 1), limit: 1.959963984540054).Should().BeApproximately(0.975, 1e-12);
    }

    [Fact]
    public void Normal_scores_are_quantiles_of_ranks_whatever_the_scores()
    {
        var third = Math.Sqrt(1.5);
        Targets.Ranked([0.1, 90, 0.2]).Should().Equal([-third, third, 0], (one, other) => Math.Abs(one - other) < 1e-9);
        Targets.Ranked([5, 1, 3, 3]).Should().Equal(Targets.Ranked([500, -1, 4, 4]));
        Targets.Ranked([5, 1, 3, 3])[2].Should().BeApproximately(0, 1e-9);
    }

    [Fact]
    public void Standardised_scores_have_mean_0_and_variance_1_and_equal_ones_are_0()
    {
        Targets.Standardised([1, 3]).Should().Equal(-1, 1);
        Targets.Standardised([7, 7, 7]).Should().Equal(0, 0, 0);
    }
}
