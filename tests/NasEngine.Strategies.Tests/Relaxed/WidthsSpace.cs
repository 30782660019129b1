using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Relaxed;

/// <summary>
/// Three stages of one or two blocks, each block one of three operations that cost 1, 2 or 3 per channel, of 20 to 40 channels:
/// the freedoms of TF-NAS in small.
/// </summary>
internal sealed class WidthsSpace : IRelaxedSpace, ICostChain
{
    private const int Narrowest = 20;

    public DecisionSpace Decisions { get; } = new("blocks", [.. Enumerable.Range(0, 3).SelectMany(Stage)]);

    public ImmutableSortedDictionary<string, Architecture> References { get; } = ImmutableSortedDictionary<string, Architecture>.Empty;

    public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    public int CostParts => 6;

    public int CostStart => 0;

    public ArchitectureCost Cost(Architecture architecture) =>
        new(Enumerable.Range(0, CostParts).Sum(part => CostOfPart(part, 0, architecture.Values.AsSpan()).Cost.Macs), 0, 0);

    public ReadOnlySpan<int> CostDecisions(int part) => new[] { At(part), At(part) + 1 };

    public (ArchitectureCost Cost, int Left) CostOfPart(int part, int left, ReadOnlySpan<int> values)
    {
        var (operation, width) = (values[At(part)], values[At(part) + 1]);
        return (new ArchitectureCost(operation < 0 ? 0 : (operation + 1) * (Narrowest + width), 0, 0), 0);
    }

    /// <summary>Number of the operation of a block.</summary>
    private static int At(int part) => (5 * (part / 2)) + 1 + (2 * (part % 2));

    private static IEnumerable<Decision> Stage(int stage) =>
    [
        new Decision($"stage{stage}.depth", ["1", "2"]) { Ordered = true },
        .. Block(stage, 0, null),
        .. Block(stage, 1, new Condition(5 * stage, [1])),
    ];

    private static IEnumerable<Decision> Block(int stage, int block, Condition? when) =>
    [
        new Decision($"stage{stage}.block{block}.operation", ["one", "two", "three"]) { When = when },
        new Decision(
            $"stage{stage}.block{block}.width",
            [.. Enumerable.Range(Narrowest, Narrowest + 1).Select(width => width.ToString(CultureInfo.InvariantCulture))])
        {
            Ordered = true,
            When = when,
        },
    ];
}
