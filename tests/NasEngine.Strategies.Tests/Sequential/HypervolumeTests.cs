using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class HypervolumeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_boxes_hold_what_no_point_dominates_each_point_once(int axes)
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var random = RandomSource.For(4, draw, "front");
            double[][] front = [.. Enumerable.Range(0, 1 + random.NextInt(6)).Select(_ => Point(axes, random, 0.9))];
            double[] reference = Point(axes, random, 0.5);
            var cells = FreeCells.Of(front, reference);
            for (var i = 0; i < 100; i++)
            {
                var point = Point(axes, random, 1);
                var isFree = point.Zip(reference).All(pair => pair.First > pair.Second)
                    && !front.Any(other => other.Zip(point).All(pair => pair.First >= pair.Second));
                cells.Count(cell => Enumerable.Range(0, axes).All(axis =>
                    point[axis] > cell.Lower[axis] && point[axis] <= cell.Upper[axis])).Should().Be(isFree ? 1 : 0);
            }
        }
    }

    [Fact]
    public void Over_no_front_it_is_the_product_of_the_improvements_over_the_reference()
    {
        var expected = Acquisition.ExpectedImprovement((0.3, 0.5), 0.1) * Acquisition.ExpectedImprovement((-0.2, 2), -1);

        new HypervolumeImprovement(FreeCells.Of([], [0.1, -1])).Log([(0.3, 0.5), (-0.2, 2)]).Should().BeApproximately(Math.Log(expected), 1e-12);
    }

    [Fact]
    public void Of_a_value_that_is_certain_it_is_the_hypervolume_that_the_value_adds()
    {
        // Above (0, 0) the front (1, 3), (2, 2), (3, 1) has 6; (2.5, 2.5) adds 2.5 · 2.5 − (what of that is dominated: 1·2.5 + 1·2 + 0.5·1).
        var cells = FreeCells.Of([[1, 3], [2, 2], [3, 1]], [0, 0]);

        Math.Exp(new HypervolumeImprovement(cells).Log([(2.5, 1e-18), (2.5, 1e-18)])).Should().BeApproximately(1.25, 1e-7);
        new HypervolumeImprovement(cells).Log([(1.5, 1e-18), (1.5, 1e-18)]).Should().BeLessThan(-1e10);
    }

    [Fact]
    public void It_is_the_mean_of_the_improvement_over_draws()
    {
        (double Mean, double Variance)[] values = [(0.2, 0.4), (-0.1, 0.9), (0.4, 0.2)];
        double[][] front = [[0.1, 0.5, 0.3], [0.6, -0.4, 0.2], [-0.2, 0.3, 0.8]];
        var cells = FreeCells.Of(front, [-1, -1, -1]);
        var random = RandomSource.For(5, 0, "draws");
        const int Draws = 200_000;
        var sum = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = values.Select(value => value.Mean + (Math.Sqrt(value.Variance) * random.NextGaussian())).ToArray();
            sum += cells.Sum(cell => Enumerable.Range(0, 3).Aggregate(1.0, (volume, axis) =>
                volume * Math.Max(0, Math.Min(drawn[axis], cell.Upper[axis]) - cell.Lower[axis])));
        }

        Math.Exp(new HypervolumeImprovement(cells).Log(values)).Should().BeApproximately(sum / Draws, 0.01 * sum / Draws);
    }

    [Fact]
    public void Where_the_improvement_is_too_small_for_a_number_its_logarithm_still_tells_better_from_worse()
    {
        var improvement = new HypervolumeImprovement(FreeCells.Of([[0, 0]], [-1, -1]));

        var (near, far) = (improvement.Log([(-60, 1), (-60, 1)]), improvement.Log([(-61, 1), (-60, 1)]));
        Math.Exp(near).Should().Be(0);
        near.Should().BeGreaterThan(far).And.BeGreaterThan(-4000);
    }

    [Fact]
    public void The_reference_is_a_tenth_of_the_fronts_extent_below_its_worst_values() =>
        HypervolumeImprovement.Reference([[1, 5], [3, 5]], 2).Should().Equal(0.8, 4.8);

    [Fact]
    public void What_is_pending_counts_by_how_it_may_come_out()
    {
        var space = new WidthSpace();
        Architecture Of(int width) => space.Decisions.Architecture([.. Enumerable.Repeat(width, 8)]);
        var kernel = HyperparameterFit.Prior(8);
        AxisProcess Axis(double target) => new MeasuredAxis(new GaussianProcess(kernel, [[.. Of(0).Values]], [target]));
        var model = new FrontModel([Axis(0), Axis(0)], [[0, 0]], []);
        var alone = model.Worth([], 1, RandomSource.For(1, 0, "none"));
        var beside = model.Worth([Of(1)], 2000, RandomSource.For(1, 0, "pending"));

        // Of the same architecture nothing is left to gain, of one that shares nothing with it less than alone.
        beside(Of(1)).Should().BeLessThan(alone(Of(1)) - 5);
        beside(Of(2)).Should().BeLessThan(alone(Of(2)) - 0.05);
        Math.Exp(beside(Of(2))).Should().BeApproximately(Brute(), 0.05 * Brute());

        // E[hypervolume of front, pending and candidate] − E[that without the candidate], both values drawn together.
        double Brute()
        {
            var random = RandomSource.For(2, 0, "brute");
            var sum = 0.0;
            for (var draw = 0; draw < 50_000; draw++)
            {
                var (one, other) = (Drawn(kernel, random), Drawn(kernel, random));
                var cells = FreeCells.Of([[0, 0], [one[0], other[0]]], [-0.1, -0.1]);
                sum += cells.Sum(cell => Math.Max(0, Math.Min(one[1], cell.Upper[0]) - cell.Lower[0])
                    * Math.Max(0, Math.Min(other[1], cell.Upper[1]) - cell.Lower[1]));
            }

            return sum / 50_000;
        }
    }

    [Fact]
    public void It_leaves_less_than_half_of_what_random_search_leaves_of_a_front_unfound()
    {
        // Of a layer that counts three times: 0.1 for each of its three widths, then 1/30 for each of the 21 others, the n-th at 8 + n of 32.
        var most = Enumerable.Range(1, 24).Sum(n => (n <= 3 ? 0.1 : 1 / 30.0) * (24 - n) / 32);
        double Missing(object options) => most - Hypervolume(Proposed(Several, options, 45), new WidthSpace());

        Missing(new { Draws = 50, Samples = 4 }).Should().BePositive().And.BeLessThan(
            0.5 * Missing(new { Initial = 1000 }), "that one draws only");
    }

    [Fact]
    public void It_draws_as_often_as_it_is_told_how_what_is_pending_may_come_out() =>
        Proposed(Several, new { Draws = 20, Samples = 1 }).Should().NotEqual(Proposed(Several, new { Draws = 20, Samples = 9 }));

    private static Objective Several { get; } = new Objective(MetricNames.ValidationAccuracy, []).Against(MetricNames.Macs);

    private static Architecture[] Proposed(Objective objective, object options, int trials = 20) => Searches.Proposed(Searches.Run(
        "qlogehvi", Searches.Setup(new WidthSpace(), objective), one => Searches.Accuracy(Searches.Slope(one)), 2, options).Advance(trials));

    private static double Hypervolume(IEnumerable<Architecture> found, WidthSpace space)
    {
        var (covered, highest) = (0.0, 0.0);
        foreach (var (macs, slope) in found.Select(one => (space.Cost(one).Macs / 32_000.0, Searches.Slope(one))).OrderBy(pair => pair.Item1))
        {
            covered += Math.Max(0, slope - highest) * (1 - macs);
            highest = Math.Max(highest, slope);
        }

        return covered;
    }

    /// <summary>Values of two architectures that differ from each other and from a third, of value 0, in all decisions: drawn together.</summary>
    private static double[] Drawn(HammingKernel kernel, RandomSource random)
    {
        var shared = kernel.Variance * Math.Exp(-kernel.Weights.Sum());
        var known = shared * shared / (kernel.Variance + kernel.Noise);
        var (variance, covariance) = (kernel.Variance - known, shared - known);
        var (first, second) = (random.NextGaussian(), random.NextGaussian());
        return
        [
            Math.Sqrt(variance) * first,
            (covariance / Math.Sqrt(variance) * first) + (Math.Sqrt(variance - (covariance * covariance / variance)) * second),
        ];
    }

    private static double[] Point(int axes, RandomSource random, double most) => [.. Enumerable.Range(0, axes).Select(_ => most * random.NextDouble())];
}
