using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

public sealed class MultipliersTests
{
    private const double Target = 4000;
    private const double Mean = WidthSpace.MeanMacs;
    private static readonly ToySpace Space = new();

    [Fact]
    public void What_they_take_is_the_gradient_of_the_expected_cost_over_its_target()
    {
        var distribution = Toy.Random(Toy.Conditional, joint: true, seed: 6);
        var expected = Toy.Differences(distribution, near => -0.3 * Toy.Enumerate(near).Sum(pair => pair.Value * Share(pair.Key)));
        var random = RandomSource.For(3, 0, "paths");
        Architecture[] paths = [.. Enumerable.Range(0, 200_000).Select(_ => distribution.Sample(random))];
        var gradient = new double[distribution.Logits.Length];
        new Multipliers([0.3]).Subtract(gradient, distribution, paths, [[.. paths.Select(Share)]]);
        gradient.Zip(expected).Max(pair => Math.Abs(pair.First - pair.Second)).Should().BeLessThan(0.001);
    }

    [Fact]
    public void The_estimate_from_two_paths_is_right_in_the_mean()
    {
        // Over all four draws of two paths from p = (¼, ¾), costs 1 and 3 targets: ∇E = p(1−p)(1 − 3) = ∓⅜.
        var distribution = Toy.With(Toy.Random(Toy.Two, joint: false), [0, Math.Log(3)]);
        var (a, b) = (Toy.Two.Architecture([0]), Toy.Two.Architecture([1]));
        var mean = new double[2];
        foreach (var (one, other) in new[] { (a, a), (a, b), (b, a), (b, b) })
        {
            var gradient = new double[2];
            new Multipliers([1]).Subtract(gradient, distribution, [one, other], [[Cost(one), Cost(other)]]);
            var probability = Chance(one) * Chance(other);
            mean[0] += probability * gradient[0];
            mean[1] += probability * gradient[1];
        }

        mean[0].Should().BeApproximately(0.375, 1e-15);
        mean[1].Should().BeApproximately(-0.375, 1e-15);

        double Cost(Architecture path) => path == a ? 1 : 3;
        double Chance(Architecture path) => path == a ? 0.25 : 0.75;
    }

    [Fact]
    public void A_multiplier_grows_over_the_target_falls_under_it_and_is_never_negative()
    {
        var multipliers = Multipliers.None(2).Ascend([[1.5, 1.7], [0.2, 0.4]], rate: 0.1);
        multipliers.Values[0].Should().BeApproximately(0.06, 1e-15);
        multipliers.Values[1].Should().Be(0);
        multipliers.Ascend([[0.5, 0.7], [1, 1]], 0.1).Values[0].Should().BeApproximately(0.02, 1e-15);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.8)]
    [InlineData(1.1)]
    public void The_expected_cost_comes_to_a_target_that_binds_and_stays_there(double target)
    {
        var costs = Widths(target, 250).Skip(50).Select(status => status["expected_macs"] / (target * Mean)).ToArray();
        costs.Average().Should().BeInRange(0.97, 1.03);
        costs.Should().OnlyContain(share => share > 0.85 && share < 1.15);
    }

    [Fact]
    public void A_target_that_does_not_bind_leaves_the_search_as_it_is_without_one()
    {
        var free = Widths(null, 100)[^1];
        var bounded = Widths(10, 100)[^1];
        bounded["multiplier_macs"].Should().Be(0);
        bounded["entropy"].Should().Be(free["entropy"]);
    }

    [Fact]
    public void The_papers_penalty_per_path_leaves_much_of_the_allowance_unused()
    {
        var costs = Widths(0.8, 250, new { Constraint = "paths" }).Skip(50).Average(status => status["expected_macs"] / (0.8 * Mean));
        costs.Should().BeLessThan(0.9);
    }

    [Fact]
    public void A_state_without_multipliers_is_read_as_one_whose_multipliers_are_nothing()
    {
        var strategy = New(Target, null);
        var run = new StrategyRun(strategy, 1, 1, ToyEstimator.Measure).Advance(20);
        var state = run.State();
        var old = state[..^(sizeof(int) + sizeof(double))];
        old[0] = 1;
        var restored = New(Target, null);
        restored.Restore(old);
        restored.Status.Scalars["multiplier_macs"].Should().Be(0);
        restored.Status.Scalars["entropy"].Should().Be(strategy.Status.Scalars["entropy"]);
    }

    private static double Share(Architecture path) => Space.Cost(path).Macs / Target;

    /// <summary>Statuses of a search in which width pays: the loss falls with the logarithm of the cost. The target is a share of the mean cost.</summary>
    private static ImmutableSortedDictionary<string, double>[] Widths(double? target, int steps, object? options = null)
    {
        var space = new WidthSpace();
        var objective = new Objective("val_accuracy", []);
        var setup = new StrategySetup(
            space, new CountedCosts(space), target is { } share ? objective.Under("macs", share * Mean) : objective, new Budget(steps));
        var strategy = PluginParts.Of(new ProbabilisticPlugin()).Strategy("parsec", setup, options);
        var run = new StrategyRun(strategy, 1, 1, candidate => new Measurement().With("val_nll", [.. ((SupernetStep)candidate.Work).Validate
            .Cast<Architecture>().Select(path => 0.6 - (0.25 * Math.Log(space.Cost(path).Macs / Mean)))]));
        return [.. Enumerable.Range(0, steps).Select(_ => run.Advance(1).Strategy.Status.Scalars)];
    }

    private static IStrategy New(double? target, object? options)
    {
        var objective = new Objective("val_accuracy", []);
        var setup = new StrategySetup(
            Space, new CountedCosts(Space), target is { } limit ? objective.Under("macs", limit) : objective, new Budget(1000));
        return PluginParts.Of(new ProbabilisticPlugin()).Strategy("parsec", setup, options);
    }
}
