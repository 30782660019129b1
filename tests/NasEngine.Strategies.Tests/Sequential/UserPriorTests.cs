using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests.Sequential;

public sealed class UserPriorTests
{
    private static readonly PlantedSpace Space = new();

    [Fact]
    public void It_is_the_product_of_the_weights_over_the_largest_of_each_decision()
    {
        var prior = new UserPrior(Space.Decisions, "layer0.first=1:4,2:0.5; layer2.second=3:2");

        prior.Of(Space.Decisions.Architecture([1, 0, 0, 0, 0, 3, 0, 0])).Should().Be(1);
        prior.Of(Space.Decisions.Architecture([2, 0, 0, 0, 0, 3, 0, 0])).Should().BeApproximately(0.125, 1e-12);
        prior.Of(Space.Decisions.Architecture([0, 3, 3, 3, 3, 1, 3, 3])).Should().BeApproximately(0.25 * 0.5, 1e-12);
        new UserPrior(Space.Decisions, " ").IsOpen.Should().BeTrue();
    }

    [Fact]
    public void Draws_come_as_often_as_the_weights_say()
    {
        var (prior, random) = (new UserPrior(Space.Decisions, "layer0.first=1:4,2:0.5"), RandomSource.For(1, 0, "draws"));
        var drawn = Enumerable.Range(0, 6500).Select(_ => prior.Sample(random).Values[0]).CountBy(value => value).ToDictionary();

        // Of 6.5 in all: 1, 4, ½ and 1.
        drawn[1].Should().BeInRange(3800, 4200);
        drawn[2].Should().BeInRange(420, 580);
        drawn[0].Should().BeInRange(900, 1100);
    }

    [Fact]
    public void A_belief_draws_the_first_architectures_and_holds_the_later_ones_as_long_as_its_weight_says()
    {
        var (lasting, none) = (Chosen("layer0.first=3:1000", 1000), Chosen("layer0.first=3:1000", 0));

        lasting.Should().OnlyContain(value => value == 3);
        none[..10].Count(value => value == 3).Should().BeGreaterThan(8);
        none[10..].Should().Contain(value => value != 3);
        Chosen("", 10)[..10].Count(value => value == 3).Should().BeLessThan(6);
    }

    [Theory]
    [InlineData("layer9.first=1:2", "layer9.first")]
    [InlineData("layer0.first=9:2", "9:2")]
    [InlineData("layer0.first=1:0", "1:0")]
    [InlineData("layer0.first=1:much", "1:much")]
    [InlineData("layer0.first", "layer0.first")]
    public void What_cannot_be_read_is_named(string text, string named) =>
        FluentActions.Invoking(() => new UserPrior(Space.Decisions, text)).Should().Throw<InputException>().WithMessage($"*'prior'*{named}*");

    /// <summary>The first layer's first choice in forty trials.</summary>
    private static int[] Chosen(string prior, double weight)
    {
        var setup = new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(100));
        var strategy = PluginParts.Of(new SequentialPlugin()).Strategy("bayesian", setup, new { Prior = prior, PriorWeight = prior.Length > 0 ? weight : (double?)null });
        var run = new StrategyRun(strategy, 1, 1, candidate =>
            new Measurement().With("val_accuracy", -PlantedSpace.Loss(((Trial)candidate.Work).Architecture))).Advance(40);
        return [.. run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture.Values[0])];
    }
}
