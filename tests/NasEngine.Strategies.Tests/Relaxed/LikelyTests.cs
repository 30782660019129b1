using NasEngine.Contracts;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class LikelyTests
{
    private const int Draws = 256;

    private static readonly WidthsSpace Space = new();

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(40)]
    public void However_sure_the_search_is_networks_of_half_the_cost_are_offered_and_the_favoured_comes_first(double gap)
    {
        var offered = Offered(gap);

        offered[0].Should().Be(Favoured(gap));
        Macs(offered[0]).Should().Be(720);
        offered.Min(Macs).Should().BeLessThan(360);
        offered.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_nearer_ones_come_first_whatever_their_depth()
    {
        double[] distances = [.. Offered(gap: 3).Select(one => 3.0 * Space.Decisions.Decisions.Select((decision, number) =>
            one.Values[number] < 0 ? 0 : decision.Count - 1 - one.Values[number]).Count(missing => missing > 0))];

        distances.Should().BeInAscendingOrder().And.Contain(distance => distance > 0);
    }

    /// <summary>The last choice of each decision leads by the gap, and all others are alike.</summary>
    private static ChoiceValues Logits(double gap) => ChoiceValues.Of(((IRelaxedSpace)Space).Relaxed, 0)
        .Map((decision, values) => values.Select((_, choice) => choice == decision.Count - 1 ? gap : 0.0));

    private static Architecture Favoured(double gap) => ((IRelaxedSpace)Space).Discretise(Logits(gap).Named);

    private static IReadOnlyList<Architecture> Offered(double gap) => Likely.Of(
        Logits(gap), Favoured(gap), weights => ((IRelaxedSpace)Space).Discretise(weights.Named),
        new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(1)) { Seed = 1 }, Draws);

    private static long Macs(Architecture architecture) => Space.Cost(architecture).Macs;
}
