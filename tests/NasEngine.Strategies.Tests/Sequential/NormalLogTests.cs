using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class NormalLogTests
{
    [Theory]
    [InlineData(0.0, -0.918938533204673)]
    [InlineData(1.0, 0.08002621884930695)]
    [InlineData(-1.0, -2.485121025712641)]
    [InlineData(-5.0, -16.74430116266099)]
    [InlineData(-40.0, -808.2985683566200)]
    [InlineData(-1e10, -50000000000000000046.97)]
    public void The_logarithm_of_an_improvement_of_a_standard_normal_value_is_known(double z, double expected) =>
        NormalLog.H(z).Should().BeApproximately(expected, 1e-9 * Math.Abs(expected));

    [Theory]
    [InlineData(-1.0)]
    [InlineData(-67108864.0)]
    public void Its_branches_meet(double at) =>
        NormalLog.H(at * (1 + 1e-12)).Should().BeApproximately(NormalLog.H(at * (1 - 1e-12)), 1e-6 + (1e-11 * at * at));

    [Theory]
    [InlineData(0.3, 0.5, 0.1)]
    [InlineData(-0.4, 2, 1.5)]
    public void It_is_that_of_the_expected_improvement(double mean, double variance, double threshold) =>
        NormalLog.Improvement((mean, variance), threshold).Should().BeApproximately(
            Math.Log(Acquisition.ExpectedImprovement((mean, variance), threshold)), 1e-12);

    [Theory]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(0, 0.5)]
    [InlineData(-3, 0.0013498980316300933)]
    [InlineData(-10, 7.61985302416052e-24)]
    public void The_logarithm_of_a_probability_is_known(double z, double probability) =>
        NormalLog.LogProbability(z).Should().BeApproximately(Math.Log(probability), 1e-12);

    [Fact]
    public void Far_below_a_probability_is_0_and_its_logarithm_finite() =>
        NormalLog.LogProbability(-1000).Should().BeApproximately((-1000.0 * 1000 / 2) - Math.Log(1000 * Math.Sqrt(2 * Math.PI)), 1e-5);

    [Fact]
    public void Differences_and_sums_are_those_of_what_the_logarithms_are_of()
    {
        NormalLog.Difference(Math.Log(5), Math.Log(2)).Should().BeApproximately(Math.Log(3), 1e-14);
        NormalLog.Difference(-5000, -5001).Should().BeApproximately(-5000 + Math.Log(1 - Math.Exp(-1)), 1e-10);
        NormalLog.Difference(1, 1).Should().Be(double.NegativeInfinity);
        NormalLog.Sum([-5000, -5000]).Should().BeApproximately(-5000 + Math.Log(2), 1e-10);
        NormalLog.Sum([]).Should().Be(double.NegativeInfinity);
    }
}
