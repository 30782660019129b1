namespace NasEngine.Contracts.Tests.Randomness;

/// <summary>
/// Frequencies against what they should be, by Pearson's chi-square. The limits are its 99.9% quantiles; the streams are
/// fixed, so a result never changes by chance.
/// </summary>
public sealed class RandomFrequencyTests
{
    private const int Draws = 100_000;

    [Fact]
    public void Whole_numbers_are_uniform()
    {
        var source = RandomSource.For(1, 2, "uniform");
        var counts = Count(10, () => source.NextInt(10));
        ChiSquare(counts, Enumerable.Repeat(0.1, 10)).Should().BeLessThan(27.88, "9 degrees of freedom");
    }

    [Fact]
    public void Doubles_are_uniform()
    {
        var source = RandomSource.For(1, 2, "doubles");
        var counts = Count(100, () => (int)(source.NextDouble() * 100));
        ChiSquare(counts, Enumerable.Repeat(0.01, 100)).Should().BeLessThan(148.23, "99 degrees of freedom");
    }

    [Fact]
    public void Choices_come_with_their_probabilities()
    {
        double[] probabilities = [0.5, 0.3, 0.15, 0.05];
        var source = RandomSource.For(1, 2, "categorical");
        ChiSquare(Count(4, () => source.NextCategorical(probabilities)), probabilities).Should().BeLessThan(16.27, "3 degrees of freedom");
    }

    [Fact]
    public void A_choice_without_probability_never_comes()
    {
        double[] probabilities = [0, 0.5, 0, 0.5 - 1e-9, 0];
        var source = RandomSource.For(1, 2, "zeros");
        var counts = Count(5, () => source.NextCategorical(probabilities));
        new[] { counts[0], counts[2], counts[4] }.Should().OnlyContain(count => count == 0);
    }

    [Fact]
    public void Every_order_of_a_shuffle_is_equally_likely()
    {
        var source = RandomSource.For(1, 2, "shuffle");
        var orders = new Dictionary<string, int>();
        for (var i = 0; i < Draws; i++)
        {
            var letters = "abcd".ToCharArray();
            source.Shuffle<char>(letters);
            var order = new string(letters);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }

        orders.Should().HaveCount(24);
        ChiSquare([.. orders.Values], Enumerable.Repeat(1 / 24.0, 24)).Should().BeLessThan(49.73, "23 degrees of freedom");
    }

    [Fact]
    public void Normal_numbers_have_their_moments()
    {
        var source = RandomSource.For(1, 2, "normal");
        var numbers = Enumerable.Range(0, Draws).Select(_ => source.NextGaussian()).ToArray();
        var error = 1 / Math.Sqrt(Draws);
        numbers.Average().Should().BeApproximately(0, 4 * error);
        numbers.Average(x => x * x).Should().BeApproximately(1, 4 * Math.Sqrt(2) * error);
        numbers.Average(x => x * x * x).Should().BeApproximately(0, 4 * Math.Sqrt(15) * error);
        numbers.Average(x => x * x * x * x).Should().BeApproximately(3, 4 * Math.Sqrt(96) * error);
    }

    private static int[] Count(int kinds, Func<int> draw)
    {
        var counts = new int[kinds];
        for (var i = 0; i < Draws; i++)
        {
            counts[draw()]++;
        }

        return counts;
    }

    private static double ChiSquare(int[] counts, IEnumerable<double> probabilities) =>
        counts.Zip(probabilities).Sum(pair => Math.Pow(pair.First - Draws * pair.Second, 2) / (Draws * pair.Second));
}
