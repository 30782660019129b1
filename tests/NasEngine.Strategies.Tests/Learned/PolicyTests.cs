using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Learned;

namespace NasEngine.Strategies.Tests.Learned;

public sealed class PolicyTests
{
    private static readonly ToySpace Space = new();

    [Fact]
    public void The_probabilities_of_all_architectures_sum_to_one_and_draws_come_as_often_as_they_say()
    {
        const int Draws = 40_000;
        var policy = new SequencePolicy(Space.Decisions, 2, 4);
        var parameters = Parameters.Uniform(policy.Count, 1.5, RandomSource.For(2, 0, "begin"));
        var random = RandomSource.For(2, 0, "draws");
        var drawn = Enumerable.Range(0, Draws).CountBy(_ => policy.Draw(parameters, random).Architecture).ToDictionary();
        var probabilities = Space.All().ToDictionary(one => one, one => Math.Exp(policy.Of(parameters, one).LogProbabilities.Sum()));

        probabilities.Values.Sum().Should().BeApproximately(1, 1e-12);
        probabilities.Values.Max().Should().BeGreaterThan(2 * probabilities.Values.Min(), "it is no uniform distribution");
        foreach (var (architecture, probability) in probabilities)
        {
            ((double)drawn.GetValueOrDefault(architecture) / Draws).Should().BeApproximately(
                probability, 5 * Math.Sqrt(probability * (1 - probability) / Draws));
        }
    }

    [Fact]
    public void The_entropy_along_draws_has_the_entropy_of_the_architectures_as_its_mean()
    {
        var policy = new SequencePolicy(Space.Decisions, 1, 4);
        var parameters = Parameters.Uniform(policy.Count, 1.5, RandomSource.For(2, 0, "begin"));
        var all = Space.All().Select(one => policy.Of(parameters, one))
            .Select(one => (one.Entropy, LogP: one.LogProbabilities.Sum())).ToArray();

        all.Sum(one => Math.Exp(one.LogP) * one.Entropy).Should().BeApproximately(-all.Sum(one => Math.Exp(one.LogP) * one.LogP), 1e-12);
    }

    [Fact]
    public void With_the_policy_that_drew_it_a_sample_counts_its_advantage_in_either_method()
    {
        double[] drawn = [-0.5, -1.25];
        SurrogateObjective.Reinforce(0.3, drawn, drawn).Should().Equal(0.3, 0.3);
        SurrogateObjective.Clipped(0.3, drawn, drawn, 0.2).Should().Equal(0.3, 0.3);
    }

    [Fact]
    public void A_sample_of_an_older_policy_counts_by_the_ratio_of_its_probabilities_and_never_more_than_once()
    {
        SurrogateObjective.Reinforce(2, [Math.Log(0.1), Math.Log(0.5)], [Math.Log(0.2), Math.Log(0.5)])
            .Should().OnlyContain(weight => Math.Abs(weight - 1) < 1e-12);
        SurrogateObjective.Reinforce(2, [Math.Log(0.4)], [Math.Log(0.2)]).Should().Equal(2);
    }

    [Theory]
    [InlineData(1.0, 1.19, 1.19)]
    [InlineData(1.0, 1.21, 0.0)]
    [InlineData(1.0, 0.5, 0.5)]
    [InlineData(-1.0, 0.81, -0.81)]
    [InlineData(-1.0, 0.79, 0.0)]
    [InlineData(-1.0, 1.5, -1.5)]
    public void The_clipped_weight_is_the_slope_of_the_clipped_objective(double advantage, double ratio, double weight)
    {
        SurrogateObjective.Clipped(advantage, [Math.Log(0.4 * ratio)], [Math.Log(0.4)], 0.2)[0].Should().BeApproximately(weight, 1e-12);
        const double Step = 1e-6;
        double Objective(double log) => Math.Min(Math.Exp(log) * advantage, Math.Clamp(Math.Exp(log), 0.8, 1.2) * advantage);
        ((Objective(Math.Log(ratio) + Step) - Objective(Math.Log(ratio) - Step)) / (2 * Step)).Should().BeApproximately(weight, 1e-5);
    }
}
