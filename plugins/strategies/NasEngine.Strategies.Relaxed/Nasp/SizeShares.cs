using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Nasp;

/// <summary>
/// Each choice's share of the parameters of its decision's choices (NASP, arXiv 1905.13577, section 3.1): what architectures have
/// more with it than with the smallest choice there, over some random architectures.
/// </summary>
internal static class SizeShares
{
    private const int Samples = 16;

    /// <summary>Shares, which sum to 1 in a decision, or to 0 where its choices are of one size.</summary>
    /// <exception cref="InputException">The parameters are not known of architectures.</exception>
    public static ChoiceValues Of(IRelaxedSpace space, StrategySetup setup)
    {
        var random = setup.Random("sizes");
        ChoiceValues[] drawn = [.. Enumerable.Range(0, Samples).Select(_ =>
            ChoiceValues.Of(space.Relaxed, 0).Map((_, zeros) => zeros.Select(_ => random.NextDouble())))];
        return ChoiceValues.Of(space.Relaxed, 0).Map((decision, choices) =>
        {
            double[] sizes = [.. choices.Select((_, choice) => drawn.Average(weights =>
                setup.Costs.Cost(MetricNames.Parameters, Favouring(space, weights, decision, choice))))];
            var least = sizes.Min();
            var sum = sizes.Sum(size => size - least);
            return sizes.Select(size => sum > 0 ? (size - least) / sum : 0);
        });
    }

    /// <summary>The architecture of some weights, one choice of which outweighs all others.</summary>
    private static Architecture Favouring(IRelaxedSpace space, ChoiceValues weights, Decision decision, int choice) =>
        space.Discretise(weights.Named.SetItem(
            decision.Name, weights.Named[decision.Name].SetItem(choice, 2)));
}
