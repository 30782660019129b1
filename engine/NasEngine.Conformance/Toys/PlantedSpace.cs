using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// Layers of two variables that only matter together. In each layer the pair (0, 0) is best, a 0 in one variable alone is
/// worst, and a layer without a 0 is in between: looked at one by one, the variables point away from the best pair.
/// </summary>
public sealed class PlantedSpace : ISearchSpace
{
    private const int Layers = 4;
    private const int Choices = 4;
    private static readonly ImmutableArray<string> Labels = [.. Enumerable.Range(0, Choices).Select(i => $"{i}")];

    /// <inheritdoc/>
    public DecisionSpace Decisions { get; } = new("planted", Enumerable.Range(0, Layers).SelectMany(layer => new[]
    {
        new Decision($"layer{layer}.first", Labels) { Group = $"layer{layer}" },
        new Decision($"layer{layer}.second", Labels) { Group = $"layer{layer}" },
    }));

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, Architecture> References { get; } =
        ImmutableSortedDictionary<string, Architecture>.Empty;

    /// <summary>How many layers have the best pair.</summary>
    public static int BestPairs(Architecture architecture) => Pairs(architecture).Count(pair => pair is (0, 0));

    /// <summary>Cross-entropy: the sum over the layers of 0 for the best pair, 2 for half of it, 0.2 for another.</summary>
    public static double Loss(Architecture architecture) => Pairs(architecture).Sum(pair => pair switch
    {
        (0, 0) => 0.0,
        (0, _) or (_, 0) => 2,
        _ => 0.2,
    });

    /// <summary>A step on this space.</summary>
    public static Measurement Measure(Candidate candidate) => new Measurement()
        .With("val_nll", [.. ((SupernetStep)candidate.Work).Validate.Cast<Architecture>().Select(Loss)]);

    /// <inheritdoc/>
    public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    /// <inheritdoc/>
    public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    /// <inheritdoc/>
    public ArchitectureCost Cost(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return default;
    }

    private static IEnumerable<(int First, int Second)> Pairs(Architecture architecture) =>
        Enumerable.Range(0, Layers).Select(layer => (architecture.Values[2 * layer], architecture.Values[2 * layer + 1]));
}
