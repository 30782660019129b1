using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>How the planted variables of a layer act together.</summary>
internal enum Planted
{
    /// <summary>Each has a best choice whatever the other has.</summary>
    Alone,

    /// <summary>The best pair is more than its halves, and each half is better than none.</summary>
    Leading,

    /// <summary>The best pair is best, and each half of it is worst.</summary>
    Misleading,
}

/// <summary>Layers of variables two of which, the last of each layer, have a best pair; the others have a best choice each.</summary>
/// <param name="planted">How the two act together.</param>
/// <param name="layers">How many layers.</param>
/// <param name="choices">Choices of each variable of a layer, at least two variables.</param>
internal sealed class PlantedLayers(Planted planted, int layers, params int[] choices) : ISearchSpace
{
    /// <inheritdoc/>
    public DecisionSpace Decisions { get; } = new("planted", Enumerable.Range(0, layers).SelectMany(layer => choices.Select((count, variable) =>
        new Decision($"layer{layer}.variable{variable}", [.. Enumerable.Range(0, count).Select(choice => $"{choice}")])
        {
            Group = $"layer{layer}",
        })));

    /// <summary>How many layers there are.</summary>
    public int Layers => layers;

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, Architecture> References { get; } = ImmutableSortedDictionary<string, Architecture>.Empty;

    /// <summary>Numbers of the two planted decisions of a layer.</summary>
    public (int First, int Second) Pair(int layer) => (((layer + 1) * choices.Length) - 2, ((layer + 1) * choices.Length) - 1);

    /// <summary>How many layers have the best pair.</summary>
    public int BestPairs(Architecture architecture) => Enumerable.Range(0, layers).Select(Pair)
        .Count(pair => architecture.Values[pair.First] == 0 && architecture.Values[pair.Second] == 0);

    /// <summary>Cross-entropy: 0 where all is best; 0.1 for each other variable that is not.</summary>
    public double Loss(Architecture architecture)
    {
        var pairs = Enumerable.Range(0, layers).Select(Pair).ToArray();
        var apart = pairs.SelectMany(pair => new[] { pair.First, pair.Second }).ToHashSet();
        return pairs.Sum(pair => Of((architecture.Values[pair.First] == 0, architecture.Values[pair.Second] == 0)))
            + Enumerable.Range(0, Decisions.Decisions.Length).Where(number => !apart.Contains(number))
                .Sum(number => architecture.Values[number] == 0 ? 0 : 0.1);
    }

    /// <summary>A step on this space.</summary>
    public Measurement Measure(Candidate candidate) => new Measurement().With(
        SeriesNames.ValidationLosses, [.. ((SupernetStep)candidate.Work).Validate.Cast<Architecture>().Select(Loss)]);

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

    private double Of((bool First, bool Second) best) => (planted, best) switch
    {
        (_, (true, true)) => 0,
        (Planted.Misleading, (false, false)) => 0.2,
        (Planted.Misleading, _) => 2,
        (Planted.Leading, (false, false)) => 0.6,
        (Planted.Leading, _) => 0.4,
        (_, (false, false)) => 0.4,
        _ => 0.2,
    };
}
