using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

public sealed class LearningTests
{
    private static readonly Architecture A = Toy.Two.Architecture([0]);
    private static readonly Architecture B = Toy.Two.Architecture([1]);

    [Fact]
    public void Importance_weights_are_likelihoods_over_their_sum()
    {
        double[] losses = [0.5, 1.25, 2];
        var likelihoods = losses.Select(loss => Math.Exp(-3 * loss)).ToArray();
        ImportanceWeights.Of(losses, scale: 3).Zip(likelihoods).Should().OnlyContain(
            pair => Math.Abs(pair.First - pair.Second / likelihoods.Sum()) < 1e-15);
    }

    [Fact]
    public void Importance_weights_of_losses_whose_likelihood_underflows_are_still_right() =>
        ImportanceWeights.Of([100_000, 100_000 + Math.Log(3)], scale: 1).Zip([0.75, 0.25]).Should().OnlyContain(
            pair => Math.Abs(pair.First - pair.Second) < 1e-10);

    [Fact]
    public void The_gradient_on_two_architectures_is_the_closed_form()
    {
        // α = (0, log 3): p = (¼, ¾). Paths A, B, B with likelihoods 2 : 1 : 1 get ω = (½, ¼, ¼), so the gradient is
        // ½(¾, −¾) + ½(−¼, ¼) = (¼, −¼).
        var distribution = Toy.With(Toy.Random(Toy.Two, joint: false), [0, Math.Log(3)]);
        var weights = ImportanceWeights.Of([1, 1 + Math.Log(2), 1 + Math.Log(2)], scale: 1);
        var gradient = new double[2];
        distribution.AddGradient(A, weights[0], gradient);
        distribution.AddGradient(B, weights[1], gradient);
        distribution.AddGradient(B, weights[2], gradient);
        gradient[0].Should().BeApproximately(0.25, 1e-15);
        gradient[1].Should().BeApproximately(-0.25, 1e-15);
    }

    [Fact]
    public void With_every_architecture_sampled_the_gradient_is_that_of_the_log_marginal_likelihood()
    {
        // PARSEC's objective is log Σ_A p(A|α) P(A); with A weighted by p(A) P(A) / Σ its gradient is Σ ω ∇ log p(A|α).
        var distribution = Toy.Random(Toy.Conditional, joint: false, seed: 4);
        var probabilities = Toy.Enumerate(distribution);
        double Marginal(Distribution near) => Math.Log(probabilities.Keys.Sum(
            architecture => Math.Exp(near.LogProbability(architecture) - ToyEstimator.Loss(architecture))));

        var evidence = Math.Exp(Marginal(distribution));
        var gradient = new double[distribution.Logits.Length];
        foreach (var (architecture, probability) in probabilities)
        {
            var weight = probability * Math.Exp(-ToyEstimator.Loss(architecture)) / evidence;
            distribution.AddGradient(architecture, weight, gradient);
        }

        gradient.Zip(Toy.Differences(distribution, Marginal))
            .Max(pair => Math.Abs(pair.First - pair.Second)).Should().BeLessThan(1e-9);
    }

    [Fact]
    public void Many_samples_estimate_that_gradient()
    {
        var distribution = Toy.Random(Toy.Conditional, joint: true, seed: 4);
        var probabilities = Toy.Enumerate(distribution);
        var expected = Toy.Differences(distribution, near => Math.Log(probabilities.Keys.Sum(
            architecture => Math.Exp(near.LogProbability(architecture) - ToyEstimator.Loss(architecture)))));

        var random = RandomSource.For(2, 0, "paths");
        var paths = Enumerable.Range(0, 100_000).Select(_ => distribution.Sample(random)).ToArray();
        var weights = ImportanceWeights.Of([.. paths.Select(ToyEstimator.Loss)], scale: 1);
        var gradient = new double[distribution.Logits.Length];
        foreach (var (path, weight) in paths.Zip(weights))
        {
            distribution.AddGradient(path, weight, gradient);
        }

        gradient.Zip(expected).Max(pair => Math.Abs(pair.First - pair.Second)).Should().BeLessThan(0.005);
    }

    [Fact]
    public void The_baseline_leaves_the_expected_gradient_of_the_importance_weights_as_it_is()
    {
        // Expectation over all eight draws of K = 3 paths from p = (¼, ¾), by enumeration.
        var distribution = Toy.With(Toy.Random(Toy.Two, joint: false), [0, Math.Log(3)]);
        double[] Expected(bool baseline)
        {
            var gradient = new double[2];
            for (var draw = 0; draw < 8; draw++)
            {
                Architecture[] paths = [.. Enumerable.Range(0, 3).Select(k => (draw >> k & 1) == 0 ? A : B)];
                var weights = ImportanceWeights.Of([.. paths.Select(path => path == A ? 0.2 : 0.9)], scale: 1);
                if (baseline)
                {
                    Baseline.Subtract(weights);
                }

                var probability = paths.Aggregate(1.0, (product, path) => product * (path == A ? 0.25 : 0.75));
                for (var k = 0; k < 3; k++)
                {
                    distribution.AddGradient(paths[k], probability * weights[k], gradient);
                }
            }

            return gradient;
        }

        Expected(baseline: true).Should().Equal(Expected(baseline: false), (with, without) => Math.Abs(with - without) < 1e-15);
        Expected(baseline: true)[0].Should().BePositive("A has the smaller loss");
    }

    [Fact]
    public void With_the_baseline_equal_losses_teach_nothing()
    {
        var weights = ImportanceWeights.Of([0.7, 0.7, 0.7], scale: 5);
        Baseline.Subtract(weights);
        weights.Should().OnlyContain(weight => Math.Abs(weight) < 1e-16);
    }

    [Fact]
    public void The_penalty_takes_each_paths_share_of_the_excess()
    {
        double[] weights = [0.5, 0.3, 0.2];
        CostPenalty.Apply(weights, [0, 1, 3], beta: 0.4);
        weights[0].Should().Be(0.5);
        weights[1].Should().BeApproximately(0.2, 1e-15);
        weights[2].Should().BeApproximately(-0.1, 1e-15);
    }

    [Fact]
    public void Without_a_path_over_its_target_there_is_no_penalty()
    {
        double[] weights = [0.5, 0.5];
        CostPenalty.Apply(weights, [0, 0], beta: 1);
        weights.Should().Equal(0.5, 0.5);
    }

    [Fact]
    public void The_excess_is_the_cost_over_the_target_less_one_and_zero_below()
    {
        var space = new ToySpace();
        var objective = new Objective("val_accuracy", []).Under("macs", 2000).Under("params", 40);
        var setup = new StrategySetup(space, new CountedCosts(space), objective, new Budget(1));
        var small = space.Parse("1 3 relu linear - -");
        var large = space.Parse("2 7 hswish linear 7 relu");
        var costs = PathCosts.Of([small, large], setup);
        costs.Means().Should().Equal(4000, 40);
        costs.Excesses(objective.Targets).Should().Equal(0, (7000 / 2000.0 - 1) + (70 / 40.0 - 1));
    }
}
