using NasEngine.Host.Reports;

namespace NasEngine.Host.Tests.Reports;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(5, 100)]
    [InlineData(10, 150)]
    public void A_value_lies_in_proportion(double value, double place) => new Axis(0, 10, 50, 150).At(value).Should().Be(place);

    [Fact]
    public void A_range_of_one_value_lies_in_the_middle() => new Axis(3, 3, 50, 150).At(3).Should().Be(100);

    [Theory]
    [InlineData(0, 10, new[] { 0.0, 2, 4, 6, 8, 10 })]
    [InlineData(0, 299, new[] { 0.0, 50, 100, 150, 200, 250 })]
    [InlineData(-2, 3, new[] { -2.0, -1, 0, 1, 2, 3 })]
    [InlineData(4, 4, new[] { 4.0 })]
    public void Ticks_are_round_and_within_the_range(double least, double greatest, double[] ticks) =>
        new Axis(least, greatest, 0, 1).Ticks().Should().Equal(ticks);

    [Theory]
    [InlineData(0.25, "0.25")]
    [InlineData(1500, "1500")]
    [InlineData(50000, "50k")]
    [InlineData(2.5e6, "2.5M")]
    [InlineData(-2e6, "-2M")]
    public void Labels_are_short(double value, string label) => Axis.Label(value).Should().Be(label);
}
