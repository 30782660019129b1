using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests;

/// <summary>Eight layers, each of one of four widths; a layer costs a thousand multiply-adds per width.</summary>
internal sealed class WidthSpace : ISearchSpace
{
    public const double MeanMacs = Layers * 2500;

    private const int Layers = 8;

    public DecisionSpace Decisions { get; } = new("widths", Enumerable.Range(0, Layers)
        .Select(layer => new Decision($"layer{layer}", ["1", "2", "3", "4"]) { Ordered = true }));

    public ImmutableSortedDictionary<string, Architecture> References { get; } = ImmutableSortedDictionary<string, Architecture>.Empty;

    public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    public ArchitectureCost Cost(Architecture architecture) =>
        new(architecture.Values.Sum(width => 1000 * (width + 1)), 0, 0);
}
