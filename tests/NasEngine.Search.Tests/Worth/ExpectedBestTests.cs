using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public sealed class ExpectedBestTests
{
    private static readonly double[] Values = [0.3, 0.9, 0.5, 0.5, 0.1, 0.7, 0.8];

    [Theory]
    [InlineData(Direction.Maximize)]
    [InlineData(Direction.Minimize)]
    public void It_is_the_mean_of_the_best_over_all_subsets(Direction direction)
    {
        for (var draws = 1; draws <= Values.Length; draws++)
        {
            var subsets = Enumerable.Range(0, 1 << Values.Length).Where(bits => int.PopCount(bits) == draws)
                .Select(bits => Values.Where((_, place) => (bits >> place & 1) == 1));
            var expected = subsets.Average(subset => direction == Direction.Maximize ? subset.Max() : subset.Min());

            ExpectedBest.Of(Values, direction, draws).Should().BeApproximately(expected, 1e-14);
        }
    }

    [Fact]
    public void Of_one_it_is_the_mean_and_of_more_than_there_are_the_best_of_all()
    {
        ExpectedBest.Of(Values, Direction.Maximize, 1).Should().BeApproximately(Values.Average(), 1e-15);
        ExpectedBest.Of(Values, Direction.Maximize, 1000).Should().Be(0.9);
        ExpectedBest.Of(Values, Direction.Minimize, long.MaxValue).Should().Be(0.1);
    }

    [Fact]
    public void Of_the_numbers_to_n_it_is_k_times_n_plus_1_by_k_plus_1()
    {
        double[] numbers = [.. Enumerable.Range(1, 1000).Select(number => (double)number)];
        ExpectedBest.Of(numbers, Direction.Maximize, 17).Should().BeApproximately(17 * 1001 / 18.0, 1e-9);
    }
}
