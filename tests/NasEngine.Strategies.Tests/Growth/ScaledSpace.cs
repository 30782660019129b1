using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Growth;

/// <summary>Depths 1 to 4 in tenths, widths and resolutions 1 to 2 in twentieths.</summary>
internal sealed class ScaledSpace : IScaledSpace
{
    public DecisionSpace Decisions { get; } = new("scaled",
    [
        new Decision("depth", [.. Enumerable.Range(0, 31).Select(depth => $"d{depth}")]) { Ordered = true },
        new Decision("width", [.. Enumerable.Range(0, 21).Select(width => $"w{width}")]) { Ordered = true },
        new Decision("resolution", [.. Enumerable.Range(0, 21).Select(resolution => $"r{resolution}")]) { Ordered = true },
    ]);

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public ImmutableArray<double> Depths { get; } = [.. Enumerable.Range(0, 31).Select(depth => 1 + (depth / 10.0))];

    public ImmutableArray<double> Widths { get; } = [.. Enumerable.Range(0, 21).Select(width => 1 + (width / 20.0))];

    public ImmutableArray<double> Resolutions => Widths;

    public Architecture Scaled(int depth, int width, int resolution) => Decisions.Architecture([depth, width, resolution]);

    public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    public ArchitectureCost Cost(Architecture architecture) => new(1, 1, 1);
}
