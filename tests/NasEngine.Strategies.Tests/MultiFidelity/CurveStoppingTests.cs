using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Curves;
using NasEngine.Strategies.MultiFidelity.Extrapolation;

namespace NasEngine.Strategies.Tests.MultiFidelity;

public sealed class CurveStoppingTests
{
    private static readonly ExtrapolationOptions Options = new(new CurveOptions(Interval: 1, Intervals: 20), Warmup: 3, Threshold: 0.05);

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void Of_a_power_law_it_says_where_it_ends(double exponent)
    {
        double At(int interval) => 0.9 - (0.6 * Math.Pow(interval, -exponent));
        var forecast = new CurveForecast([.. Enumerable.Range(1, 8).Select(At)], 20);

        forecast.Mean.Should().BeApproximately(At(20), 0.02);
        forecast.Over(At(20) + 0.1).Should().BeLessThan(0.05);
        forecast.Over(At(20) - 0.1).Should().BeGreaterThan(0.95);
    }

    /// <summary>The same model by brute force: draws from the prior, weighed by the likelihood of the scores.</summary>
    [Fact]
    public void Its_probabilities_are_those_of_draws_from_the_prior_weighed_by_the_scores()
    {
        double[] scores = [0.3, 0.42, 0.4];
        var (random, noise) = (RandomSource.For(4, 0, "draws"), CurveForecast.PriorNoise(scores));
        var (all, over) = (0.0, 0.0);
        for (var draw = 0; draw < 400_000; draw++)
        {
            // Inverse gamma of shape 1: the rate over an exponential number; drawn about a larger rate, where the scores are likely.
            var variance = 30 * noise / -Math.Log(1 - random.NextDouble());
            var (last, rise) = (scores[^1] + (10 * Math.Sqrt(variance) * random.NextGaussian()), 10 * Math.Sqrt(variance) * random.NextGaussian());
            var exponent = new[] { 0.25, 0.5, 1, 2 }[random.NextInt(4)];
            var errors = scores.Select((score, place) =>
                score - last - (rise * (Math.Pow(6, -exponent) - Math.Pow(place + 1, -exponent)))).Sum(error => error * error);
            var weight = Math.Exp(((29 * noise) - (errors / 2)) / variance) / Math.Pow(variance, scores.Length / 2.0);
            (all, over) = (all + weight, over + (last > 0.45 ? weight : 0));
        }

        new CurveForecast(scores, 6, priorVariance: 100).Over(0.45).Should().BeApproximately(over / all, 0.02);
    }

    [Fact]
    public void A_candidate_is_stopped_that_hardly_comes_to_the_best_and_not_one_that_may()
    {
        double[] flat = [0.5, 0.52, 0.525, 0.526, 0.5265], steep = [0.3, 0.45, 0.55, 0.62, 0.67];

        Stops(flat, best: 0.8).Should().BeTrue();
        Stops(flat, best: 0.527).Should().BeFalse();
        Stops(flat, best: 0.527, Options with { Threshold = 0.99 }).Should().BeTrue();
        Stops(steep, best: 0.8).Should().BeFalse();
        Stops(flat[..2], best: 0.8).Should().BeFalse("it warms up");
        Stops(flat, best: 0.4).Should().BeFalse("it is the best");
    }

    [Fact]
    public void A_search_spends_less_on_those_whose_curves_end_low()
    {
        double Score(Candidate candidate) => (1000 * Races.Quality(candidate)) - (0.1 / Races.EpochsAfter(candidate));
        var run = Races.Run("curve-stopping", new { Intervals = 6 }, 400, Score).Advance(400);
        var chains = run.Candidates.GroupBy(candidate => Races.Trial(candidate).Architecture).ToArray();
        var finished = chains.Where(chain => chain.Max(Races.EpochsAfter) == 6).Select(chain => Races.Quality(chain.First())).ToArray();
        var stopped = chains.Where(chain => chain.Max(Races.EpochsAfter) < 6).Select(chain => Races.Quality(chain.First())).ToArray();

        stopped.Length.Should().BeGreaterThan(finished.Length);
        finished.Max().Should().BeGreaterThan(stopped.Max());
        finished.Average().Should().BeGreaterThan(stopped.Average());
    }

    private static bool Stops(double[] scores, double best, ExtrapolationOptions? options = null)
    {
        var rule = new ExtrapolationRule(options ?? Options);
        var candidate = Scored(1, scores);
        rule.Relearn([Scored(0, [best]), candidate]);
        return rule.Stops(candidate);
    }

    private static Curve Scored(long first, double[] scores)
    {
        var curve = new Curve(Races.Space.Decisions.Sample(RandomSource.For(1, 0, "any")), first) { Last = first };
        foreach (var score in scores)
        {
            curve.Add(score);
        }

        return curve;
    }
}
