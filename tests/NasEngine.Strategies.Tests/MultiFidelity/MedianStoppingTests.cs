using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Curves;
using NasEngine.Strategies.MultiFidelity.Median;

namespace NasEngine.Strategies.Tests.MultiFidelity;

public sealed class MedianStoppingTests
{
    private static readonly MedianOptions Options = new(new CurveOptions(Interval: 1, Intervals: 10), Warmup: 0, Startup: 3);

    [Fact]
    public void A_candidate_is_stopped_whose_best_is_below_the_median_of_the_others_means()
    {
        // Means up to the second interval are 0.25, 0.375 and 0.625; the last one has not come as far.
        Curve[] others = [Scored(0.125, 0.375, 0.9), Scored(0.5, 0.25), Scored(0.5, 0.75), Scored(0.9)];

        Stops(Scored(0.125, 0.37), others).Should().BeTrue();
        Stops(Scored(0.37, 0.125), others).Should().BeTrue();
        Stops(Scored(0.125, 0.375), others).Should().BeFalse();
        Stops(Scored(0.38, 0.0), others).Should().BeFalse();
    }

    [Fact]
    public void Of_an_even_number_the_median_is_the_mean_of_the_two_in_the_middle()
    {
        Curve[] others = [Scored(0.1), Scored(0.2), Scored(0.4), Scored(0.9)];

        Stops(Scored(0.299), others).Should().BeTrue();
        Stops(Scored(0.301), others).Should().BeFalse();
    }

    [Fact]
    public void Nobody_is_stopped_before_enough_others_came_as_far_or_while_it_warms_up()
    {
        Curve[] others = [Scored(0.8), Scored(0.8), Scored(0.8)];

        Stops(Scored(0.1), others[..2]).Should().BeFalse();
        Stops(Scored(0.1), others).Should().BeTrue();
        Stops(Scored(0.1), others, Options with { Warmup = 1 }).Should().BeFalse();
    }

    [Fact]
    public void A_search_trains_the_better_ones_to_the_end_and_spends_less_on_the_others()
    {
        var run = Races.Run("median-stopping", new { Intervals = 4, Startup = 1 }, 400, Races.Quality).Advance(400);
        var chains = run.Candidates.GroupBy(candidate => Races.Trial(candidate).Architecture).ToArray();
        var finished = chains.Where(chain => chain.Max(Races.EpochsAfter) == 4).Select(chain => Races.Quality(chain.First())).ToArray();
        var stopped = chains.Where(chain => chain.Max(Races.EpochsAfter) < 4).Select(chain => Races.Quality(chain.First())).ToArray();
        stopped.Length.Should().BeGreaterThan(finished.Length / 2);
        finished.Average().Should().BeGreaterThan(stopped.Average());
    }

    [Fact]
    public void The_median_that_is_looked_up_is_the_one_that_is_worked_out()
    {
        for (var draw = 0; draw < 100; draw++)
        {
            var random = RandomSource.For(3, draw, "curves");
            Curve[] curves = [.. Enumerable.Range(0, 2 + random.NextInt(8)).Select(_ =>
                Scored([.. Enumerable.Range(0, 1 + random.NextInt(4)).Select(_ => random.NextInt(4) / 4.0)]))];
            var (candidate, others) = (curves[0], curves[1..].Where(one => one.Length >= curves[0].Length)
                .Select(one => Scores(one)[..curves[0].Length].Average()).Order().ToArray());
            var stops = others.Length >= Options.Startup
                && Scores(candidate).Max() < (others[(others.Length - 1) / 2] + others[others.Length / 2]) / 2;

            Stops(candidate, curves[1..]).Should().Be(stops);
        }

        static double[] Scores(Curve curve) => [.. Enumerable.Range(1, curve.Length).Select(interval =>
            (interval * curve.MeanOf(interval)) - (interval > 1 ? (interval - 1) * curve.MeanOf(interval - 1) : 0))];
    }

    private static bool Stops(Curve candidate, IEnumerable<Curve> others, MedianOptions? options = null)
    {
        var rule = new MedianRule(options ?? Options);
        rule.Relearn(others.Prepend(candidate));
        return rule.Stops(candidate);
    }

    private static Curve Scored(params double[] scores)
    {
        var curve = new Curve(Races.Space.Decisions.Sample(RandomSource.For(1, 0, "any")), 0) { Last = 0 };
        foreach (var score in scores)
        {
            curve.Add(score);
        }

        return curve;
    }
}
