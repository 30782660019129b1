using NasEngine.Contracts;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_probability_of_an_architecture_is_the_sum_over_the_assignments_that_describe_it(bool joint)
    {
        var distribution = Toy.Random(Toy.Conditional, joint);
        var expected = Toy.Enumerate(distribution);
        expected.Values.Sum().Should().BeApproximately(1, 1e-14);
        foreach (var (architecture, probability) in expected)
        {
            distribution.LogProbability(architecture).Should().BeApproximately(Math.Log(probability), 1e-13);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_entropy_is_that_over_architectures_in_nats(bool joint)
    {
        var distribution = Toy.Random(Toy.Conditional, joint);
        var expected = -Toy.Enumerate(distribution).Values.Sum(p => p * Math.Log(p));
        distribution.Entropy.Should().BeApproximately(expected, 1e-13);
    }

    [Fact]
    public void The_entropy_of_nested_conditions_is_exact_too()
    {
        var space = new DecisionSpace("nested",
        [
            new Decision("a", ["0", "1", "2"]),
            new Decision("b", ["0", "1"]) { When = new Condition(0, [1, 2]), Group = "g" },
            new Decision("c", ["0", "1", "2"]) { When = new Condition(1, [1]), Group = "g" },
            new Decision("d", ["0", "1"]) { When = new Condition(2, [0, 2]), Group = "h" },
            new Decision("e", ["0", "1"]) { When = new Condition(2, [1, 2]), Group = "h" },
        ]);
        foreach (var joint in new[] { false, true })
        {
            var distribution = Toy.Random(space, joint);
            var expected = -Toy.Enumerate(distribution).Values.Sum(p => p * Math.Log(p));
            distribution.Entropy.Should().BeApproximately(expected, 1e-13);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_gradient_of_the_log_probability_agrees_with_finite_differences(bool joint)
    {
        var distribution = Toy.Random(Toy.Conditional, joint);
        foreach (var architecture in Toy.Enumerate(distribution).Keys)
        {
            var expected = Toy.Differences(distribution, near => near.LogProbability(architecture));
            Toy.Gradient(distribution, architecture).Zip(expected)
                .Max(pair => Math.Abs(pair.First - pair.Second)).Should().BeLessThan(1e-9);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Architectures_are_drawn_as_often_as_their_probability_says(bool joint)
    {
        const int Draws = 200_000;
        var distribution = Toy.Random(Toy.Conditional, joint);
        var random = RandomSource.For(1, 0, "draws");
        var counts = Enumerable.Range(0, Draws).CountBy(_ => distribution.Sample(random)).ToDictionary();
        foreach (var (architecture, probability) in Toy.Enumerate(distribution))
        {
            var deviation = Math.Sqrt(probability * (1 - probability) / Draws);
            ((double)counts.GetValueOrDefault(architecture) / Draws).Should().BeApproximately(probability, 5 * deviation);
        }
    }

    [Fact]
    public void A_layer_of_3_2_2_6_and_10_choices_has_23_parameters_factorised_and_720_joint()
    {
        var layer = new DecisionSpace("layer", new[] { 3, 2, 2, 6, 10 }.Select((count, number) =>
            new Decision($"v{number}", [.. Enumerable.Range(0, count).Select(i => $"{i}")]) { Group = "layer" }));
        Factors.Factorised(layer).Sum(factor => factor.Count).Should().Be(23);
        Factors.Joint(layer).Sum(factor => factor.Count).Should().Be(720);
    }

    [Fact]
    public void A_layer_stays_factorised_when_two_decisions_outside_say_what_is_active_in_it()
    {
        var space = new DecisionSpace("two outside",
        [
            new Decision("a", ["0", "1"]),
            new Decision("b", ["0", "1"]),
            new Decision("c", ["0", "1"]) { Group = "g", When = new Condition(0, [1]) },
            new Decision("d", ["0", "1"]) { Group = "g", When = new Condition(1, [1]) },
        ]);
        Factors.Joint(space).Select(factor => factor.Name).Should().Equal("a", "b", "c", "d");
    }
}
