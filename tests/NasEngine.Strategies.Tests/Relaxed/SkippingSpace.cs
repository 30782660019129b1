using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Relaxed;

/// <summary>Three edges, each with nothing, a skip connection or a convolution.</summary>
internal sealed class SkippingSpace : IRelaxedSpace
{
    public DecisionSpace Decisions { get; } = new(
        "skipping", [.. Enumerable.Range(0, 3).Select(edge => new Decision($"edge{edge}", ["none", "skip-connect", "conv-3x3"]))]);

    public ImmutableSortedDictionary<string, Architecture> References { get; } = ImmutableSortedDictionary<string, Architecture>.Empty;

    public string Format(Architecture architecture) => string.Join(' ', architecture.Values);

    public Architecture Parse(string text) => Decisions.Architecture([.. text.Split(' ').Select(int.Parse)]);

    public ArchitectureCost Cost(Architecture architecture) => new(1, 1, 1);
}
