using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// A small space with everything a strategy may meet: layers of several variables, an ordered decision, a decision with
/// one choice, and a layer that is there only at depth 2. An architecture's cost is one plus the sum of its values.
/// </summary>
public sealed class ToySpace : IRelaxedSpace
{
    /// <inheritdoc/>
    public DecisionSpace Decisions { get; } = new("toy",
    [
        new Decision("depth", ["1", "2"]) { Ordered = true },
        new Decision("first.kernel", ["3", "5", "7"]) { Group = "first", Ordered = true },
        new Decision("first.act", ["relu", "hswish"]) { Group = "first" },
        new Decision("head", ["linear"]),
        new Decision("second.kernel", ["3", "5", "7"]) { Group = "second", Ordered = true, When = new Condition(0, [1]) },
        new Decision("second.act", ["relu", "hswish"]) { Group = "second", When = new Condition(0, [1]) },
    ]);

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, Architecture> References { get; } =
        ImmutableSortedDictionary<string, Architecture>.Empty;

    /// <summary>All 42 architectures.</summary>
    public IEnumerable<Architecture> All() => Decisions.Enumerate();

    /// <inheritdoc/>
    public string Format(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return string.Join(' ', architecture.Values.Select((value, number) =>
            value == Architecture.Inactive ? "-" : Decisions.Decisions[number].Choices[value]));
    }

    /// <inheritdoc/>
    public Architecture Parse(string text) =>
        All().FirstOrDefault(architecture => Format(architecture) == text)
        ?? throw new InputException($"'{text}' is no architecture of the toy space; write its six choices, e.g. '1 3 relu linear - -'.");

    /// <inheritdoc/>
    public ArchitectureCost Cost(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var sum = 1 + architecture.Values.Sum(value => Math.Max(0, value));
        return new ArchitectureCost(1000 * sum, 10 * sum, 4 * sum);
    }
}
