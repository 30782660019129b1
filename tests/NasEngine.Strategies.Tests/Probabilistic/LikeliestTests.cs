using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests;

public sealed class LikeliestTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Architectures_come_in_the_order_of_their_assignments_probability(bool joint)
    {
        var distribution = Toy.Random(Toy.Conditional, joint);
        var expected = Assignments.Of(distribution.Space)
            .OrderByDescending(values => distribution.Factors.Sum(
                factor => distribution.LogProbabilities(factor)[factor.Combination(values)!.Value]))
            .Select(values => distribution.Space.Architecture(values));
        Likeliest.Of(distribution).Should().Equal(expected);
    }

    [Fact]
    public void The_first_is_the_mode()
    {
        var distribution = Toy.Random(Toy.Conditional, joint: true, seed: 9);
        Likeliest.Of(distribution).First().Should().Be(Likeliest.Mode(distribution));
    }
}
