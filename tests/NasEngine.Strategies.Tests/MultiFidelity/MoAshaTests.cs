using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.MoAsha;

namespace NasEngine.Strategies.Tests.MultiFidelity;

public sealed class MoAshaTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void With_one_axis_it_is_ASHA(int window)
    {
        var options = new { Eta = 3, MaxEpochs = 27 };
        double Noisy(Candidate candidate) => RandomSource.For(1, candidate.Number, "score").NextDouble();
        var asha = Races.Run("asha", options, 1000, Noisy, window).Advance(300);

        Races.Run("mo-asha", options, 1000, Noisy, window).Advance(300).Candidates.Should().Equal(asha.Candidates);
    }

    [Fact]
    public void Fronts_come_one_after_the_other_and_each_begins_with_the_best_on_the_first_axis_and_spreads()
    {
        // The first front is on the line x + y = 10: after (9, 1) the farthest is (1, 9), then (4, 6), which is farther from both than (7, 3).
        Contender[] contenders = [Of(0, 4, 6), Of(1, 9, 1), Of(2, 1, 9), Of(3, 7, 3), Of(4, 3, 3), Of(5, 8, 0), Of(6, 2, 2)];

        ParetoOrder.Of(contenders).Select(one => one.Number).Should().Equal(1, 2, 0, 3, 5, 4, 6);
    }

    [Fact]
    public void Nobody_comes_before_one_who_dominates_it()
    {
        for (var draw = 0; draw < 100; draw++)
        {
            var random = RandomSource.For(2, draw, "values");
            Contender[] order = [.. ParetoOrder.Of(Enumerable.Range(0, 20).Select(number =>
                Of(number, random.NextInt(6), random.NextInt(6)) with { Violation = random.NextInt(2) }))];

            order.Should().HaveCount(20);
            order.Select((one, place) => order[..place].Any(before => one.Dominates(before))).Should().NotContain(true);
        }
    }

    [Fact]
    public void Who_misses_the_limits_by_less_dominates_whatever_its_values()
    {
        (Of(0, 1, 1) with { Violation = 0.5 }).Dominates(Of(1, 9, 9) with { Violation = 1 }).Should().BeTrue();
        Of(0, 1, 1).Dominates(Of(1, 1, 1)).Should().BeFalse();
        Of(0, 1, 2).Dominates(Of(1, 1, 1)).Should().BeTrue();
        Of(0, 0, 2).Dominates(Of(1, 1, 1)).Should().BeFalse();
    }

    [Fact]
    public void A_search_recommends_the_front_of_those_that_were_trained_longest()
    {
        var objective = new Objective("val_accuracy", []).Against(MetricNames.Macs);
        var setup = Races.Setup(1000) with { Objective = objective };
        var run = new NasEngine.Plugins.Conformance.StrategyRun(
            Races.Of("mo-asha", new { Eta = 3, MaxEpochs = 9 }, setup), 5, 1, candidate => new Measurement().With("val_accuracy", Races.Quality(candidate)))
        {
            Objective = objective,
        }.Advance(200);

        var longest = run.Candidates.Where(candidate => Races.EpochsAfter(candidate) == 9).Select(candidate => (
            Races.Trial(candidate).Architecture, Quality: Races.Quality(candidate), Races.Space.Cost(Races.Trial(candidate).Architecture).Macs)).ToArray();
        var front = longest.Where(one => !longest.Any(other =>
            other.Quality >= one.Quality && other.Macs <= one.Macs && (other.Quality > one.Quality || other.Macs < one.Macs))).ToArray();
        longest.Should().HaveCountGreaterThan(front.Length);
        run.Strategy.Recommend(front.Length).Should().BeEquivalentTo(front.Select(one => one.Architecture));
    }

    private static Contender Of(long number, double first, double second) =>
        new(number, Races.Space.Decisions.Sample(RandomSource.For(1, 0, "any")), [first, second], 0);
}
