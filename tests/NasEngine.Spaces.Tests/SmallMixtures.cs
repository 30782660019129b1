using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests;

/// <summary>Mixtures of few architectures.</summary>
internal static class SmallMixtures
{
    /// <summary>Choices drawn with weights that sum to 1: all of some decisions, one of the rest, for so many architectures.</summary>
    public static Mixture Of(IRelaxedSpace space, long number, long architectures)
    {
        var random = RandomSource.For(3, number, "mixture");
        var made = 1.0;
        return space.Decisions.Decisions.Aggregate(Mixture.Of(space.Decisions.Id), (mixture, decision) =>
        {
            var all = made * decision.Count <= architectures && (architectures == long.MaxValue || random.NextInt(2) == 0);
            made *= all ? decision.Count : 1;
            int[] choices = all ? [.. Enumerable.Range(0, decision.Count)] : [random.NextInt(decision.Count)];
            double[] drawn = [.. choices.Select(_ => 0.1 + random.NextDouble())];
            return mixture.With(decision.Name, [.. choices.Zip(drawn, (choice, weight) => new ChoiceWeight(choice, weight / drawn.Sum()))]);
        });
    }
}
