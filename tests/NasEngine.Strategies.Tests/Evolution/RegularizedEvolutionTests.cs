using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;

namespace NasEngine.Strategies.Tests;

public sealed class RegularizedEvolutionTests
{
    private static readonly ToySpace Space = new();

    [Fact]
    public void The_oldest_dies_however_good_it_is()
    {
        var population = new Population(3);
        foreach (var score in new[] { 0.9, 0.8, 0.1, 0.2, 0.3 })
        {
            population.Add(Space.Decisions.Sample(RandomSource.For(1, 0, "any")), score);
        }

        population.Count.Should().Be(3);
        population.BestScore.Should().Be(0.3);
    }

    [Fact]
    public void A_tournament_over_everyone_is_won_by_the_best()
    {
        var population = new Population(8);
        var architectures = Space.All().Take(11).ToArray();
        for (var i = 0; i < architectures.Length; i++)
        {
            population.Add(architectures[i], i == 6 ? 1 : 0);
        }

        population.Tournament(1000, RandomSource.For(1, 0, "tournament")).Should().Be(architectures[6]);
    }

    [Fact]
    public void A_tournament_of_S_is_won_by_the_best_with_probability_1_less_the_chance_to_miss_it_S_times()
    {
        const int Draws = 20_000;
        var population = new Population(10);
        var architectures = Space.All().Take(10).ToArray();
        for (var i = 0; i < architectures.Length; i++)
        {
            population.Add(architectures[i], i);
        }

        var random = RandomSource.For(1, 0, "tournament");
        var wins = Enumerable.Range(0, Draws).Count(_ => population.Tournament(5, random) == architectures[^1]);
        ((double)wins / Draws).Should().BeApproximately(1 - Math.Pow(0.9, 5), 0.02);
    }

    [Fact]
    public void It_waits_while_the_first_population_is_proposed_but_not_observed()
    {
        var strategy = New();
        var pending = Enumerable.Range(0, 10)
            .Select(i => new Candidate(i, strategy.Propose(new ProposalContext(i, 1, []))!)).ToArray();
        strategy.Propose(new ProposalContext(10, 1, [.. pending])).Should().BeNull();
        strategy.Observe(new Observation(pending[0], Measurement.Failed(FailureKind.BadArchitecture, "Cannot be built."), 1));
        strategy.Propose(new ProposalContext(10, 1, [.. pending[1..]])).Should().NotBeNull("the one that failed is replaced");
    }

    [Fact]
    public void After_the_first_population_each_child_has_a_living_parent_one_mutation_away()
    {
        var run = new StrategyRun(New(), 1, 1, ToyEstimator.Measure).Advance(60);
        var architectures = run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture).ToArray();
        for (var child = 10; child < 60; child++)
        {
            architectures[(child - 10)..child].Should().Contain(parent =>
                parent.Values.Zip(architectures[child].Values).Count(pair =>
                    pair.First != pair.Second && pair.First != Architecture.Inactive && pair.Second != Architecture.Inactive) == 1);
        }
    }

    [Fact]
    public void Costs_that_the_estimator_does_not_measure_are_taken_from_the_cost_model()
    {
        var objective = new Objective("val_accuracy", []).Under("macs", 4000);
        var setup = new StrategySetup(Space, new CountedCosts(Space), objective, new Budget(10));
        var large = Space.Parse("2 7 hswish linear 7 hswish");
        var measured = new Measurement().With("val_accuracy", 0.8);
        setup.Score(large, measured).Should().BeApproximately(0.8 * 4000 / 8000, 1e-15);
        setup.Score(large, measured.With("macs", 4000)).Should().Be(0.8);
        setup.Score(large, new Measurement().With("val_accuracy", double.NaN)).Should().BeNull();
    }

    [Fact]
    public void It_finds_the_best_of_the_space()
    {
        var best = Space.All().MaxBy(ToyEstimator.Accuracy);
        var run = new StrategyRun(New(), 1, 4, ToyEstimator.Measure).Advance(200);
        run.Candidates.Should().Contain(candidate => candidate.Work.Equals(new Trial(best!, Fidelity.Full)));
    }

    private static IStrategy New() => PluginParts.Of(new EvolutionPlugin()).Strategy(
        "regularized-evolution",
        new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(100)),
        new { Population = 10, Sample = 4 });
}
