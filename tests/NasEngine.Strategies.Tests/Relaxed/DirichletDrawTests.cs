using NasEngine.Contracts;
using NasEngine.Strategies.Relaxed;
using NasEngine.Strategies.Relaxed.DrNas;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class DirichletDrawTests
{
    private static readonly DecisionSpace Space = new("one", [new Decision("op", ["a", "b", "c"])]);
    private static readonly double[] Concentrations = [0.6, 1, 2.4];

    [Theory]
    [InlineData(0.3, 1e-9)]
    [InlineData(1, 0.7)]
    [InlineData(1, 12)]
    [InlineData(0.3, 1e-4)]
    [InlineData(2.5, 0.1)]
    [InlineData(2.5, 3)]
    [InlineData(2.5, 30)]
    public void A_draw_moves_with_its_shape_as_the_integral_of_the_density_says(double shape, double draw) =>
        GammaDraw.ByShape(shape, draw).Should().BeApproximately(Reference(shape, draw), 1e-4 * Reference(shape, draw));

    [Fact]
    public void Weights_have_the_mean_and_the_spread_of_the_distribution()
    {
        const int draws = 40_000;
        var random = RandomSource.For(1, 0, "draws");
        var (sums, squares, total) = (new double[3], new double[3], Concentrations.Sum());
        for (var i = 0; i < draws; i++)
        {
            var weights = Draw(random).Weights.Named["op"];
            weights.Sum().Should().BeApproximately(1, 1e-12);
            for (var c = 0; c < 3; c++)
            {
                sums[c] += weights[c] / draws;
                squares[c] += weights[c] * weights[c] / draws;
            }
        }

        for (var c = 0; c < 3; c++)
        {
            var mean = Concentrations[c] / total;
            sums[c].Should().BeApproximately(mean, 0.01);
            squares[c].Should().BeApproximately(mean * (Concentrations[c] + 1) / (total + 1), 0.01);
        }
    }

    [Fact]
    public void The_mean_slope_is_that_of_the_mean()
    {
        const int draws = 40_000;
        var random = RandomSource.For(2, 0, "draws");
        var (sums, total) = (new double[3], Concentrations.Sum());
        var first = new ChoiceValues(Space, [1, 0, 0]);
        for (var i = 0; i < draws; i++)
        {
            var back = Draw(random).Back(first).All;
            for (var c = 0; c < 3; c++)
            {
                sums[c] += back[c] / draws;
            }
        }

        // E θ₀ = β₀/Σβ.
        sums[0].Should().BeApproximately((total - Concentrations[0]) / (total * total), 0.005);
        sums[1].Should().BeApproximately(-Concentrations[0] / (total * total), 0.005);
        sums[2].Should().BeApproximately(-Concentrations[0] / (total * total), 0.005);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-0.1)]
    [InlineData(0.1)]
    [InlineData(3)]
    public void A_concentration_is_positive_and_has_the_slope_of_its_differences(double alpha)
    {
        const double h = 1e-6;

        Concentration.Of(alpha).Should().BePositive();
        Concentration.Slope(alpha).Should().BeApproximately((Concentration.Of(alpha + h) - Concentration.Of(alpha - h)) / (2 * h), 1e-8);
        Concentration.Of(0).Should().Be(1);
    }

    private static DirichletDraw Draw(RandomSource random) => new(new ChoiceValues(Space, Concentrations), random);

    /// <summary>
    /// −∂P(a, x)/∂a over the density: −∫₀ˣ t^(a−1)·e^(−t)·(log t − ψ(a)) dt / (x^(a−1)·e^(−x)), by Simpson's rule in u = t^a; the
    /// same from x on, with the other sign, where that is nearer.
    /// </summary>
    private static double Reference(double shape, double draw)
    {
        var digamma = MathNet.Numerics.SpecialFunctions.DiGamma(shape);
        var below = draw < shape + 1;
        var integral = below
            ? Simpson(u => Term(Math.Pow(u, 1 / shape)) / shape, 0, Math.Pow(draw, shape))
            : -Simpson(t => Math.Pow(t, shape - 1) * Term(t), draw, draw + 60);
        return -integral / (Math.Pow(draw, shape - 1) * Math.Exp(-draw));

        double Term(double t) => t <= 0 ? 0 : Math.Exp(-t) * (Math.Log(t) - digamma);
    }

    private static double Simpson(Func<double, double> f, double from, double to)
    {
        const int pieces = 400_000;
        var step = (to - from) / pieces;
        var sum = f(from) + f(to);
        for (var i = 1; i < pieces; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * f(from + (i * step));
        }

        return sum * step / 3;
    }
}
