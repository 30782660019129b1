using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests;

/// <summary>
/// A small space: stem width, one of several operations with weights of their own, and whether there is a shortcut.
/// </summary>
internal sealed class ToySpace : IMixtureSpace
{
    private readonly int[] _widths;

    public ToySpace(int operations = 3, int side = 6, int widest = 8, int widths = 3)
    {
        _widths = [.. Enumerable.Range(0, widths).Select(i => widest - ((widths - 1 - i) * widest / Math.Max(4, widths)))];
        Input = new FeatureShape(1, side, side);
        Decisions = new DecisionSpace("toy",
        [
            new Decision("width", [.. _widths.Select(width => $"w{width}")]) { Ordered = true },
            new Decision("operation", [.. Enumerable.Range(0, operations).Select(i => $"op{i}")]),
            new Decision("shortcut", ["no", "yes"]),
        ]);
    }

    public DecisionSpace Decisions { get; }

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public FeatureShape Input { get; }

    public int Classes => 10;

    public NetworkSpec Describe(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var (width, operation, shortcut) = (architecture.Values[0], architecture.Values[1], architecture.Values[2] == 1);
        var stem = NetworkSpec.From(Input).ConvBn("stem", _widths[width], 3, ActivationKind.Relu);
        var block = stem.At("block").ConvBn($"op{operation}", stem.Shape.Channels, operation % 2 == 0 ? 3 : 1, ActivationKind.HardSwish).At("");
        return (shortcut ? block.Plus(stem) : block).GlobalAveragePool().Linear("classifier", Classes).Build();
    }

    public NetworkSpec DescribeMixture()
    {
        var (width, operation, shortcut) = (Decisions.Decisions[0], Decisions.Decisions[1], Decisions.Decisions[2]);
        var widths = Selection.By(width.Name, _widths);
        var stem = NetworkSpec.From(Input).ConvBn("stem", _widths[^1], 3, ActivationKind.Relu).Mask(widths);
        FeatureMap[] operations = [.. Enumerable.Range(0, operation.Count).Select(i =>
            stem.At("block").ConvBn($"op{i}", _widths[^1], i % 2 == 0 ? 3 : 1, ActivationKind.HardSwish))];
        var block = operations[0].At("").Mix(Selection.Each(operation), operations[1..]).Mask(widths);
        return block.Mix(Selection.Each(shortcut), block.Plus(stem)).GlobalAveragePool().Linear("classifier", Classes).Build();
    }

    public ArchitectureCost Cost(Architecture architecture) => Describe(architecture).Cost;

    public string Format(Architecture architecture) => architecture.Key;

    public Architecture Parse(string text) => throw new InputException("The toy space has no text form.");

    /// <summary>Every architecture.</summary>
    public IEnumerable<Architecture> All() =>
        from width in Enumerable.Range(0, 3)
        from operation in Enumerable.Range(0, Decisions.Decisions[1].Count)
        from shortcut in Enumerable.Range(0, 2)
        select Decisions.Architecture([width, operation, shortcut]);
}
