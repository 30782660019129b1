using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Growth;

/// <summary>Six widths of six choices each; one change is one choice up. A network costs 1000 and as much for each choice up.</summary>
internal sealed class GrowingSpace : IGrowingSpace
{
    private const int Layers = 6;

    public DecisionSpace Decisions { get; } = new("growing", Enumerable.Range(0, Layers).Select(layer =>
        new Decision($"layer{layer}", [.. Enumerable.Range(0, 6).Select(width => $"w{width}")]) { Ordered = true }));

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty
        .Add("smallest", Decisions.Architecture(new int[Layers]));

    public ImmutableArray<Architecture> Morphs(Architecture architecture) =>
    [
        .. Enumerable.Range(0, Layers)
            .Where(layer => architecture.Values[layer] < 5)
            .Select(layer => Decisions.Architecture(architecture.Values.SetItem(layer, architecture.Values[layer] + 1).AsSpan())),
    ];

    public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    public ArchitectureCost Cost(Architecture architecture) => new(1000 * (1 + architecture.Values.Sum()), 0, 0);
}
