using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Faults.Plugin;

/// <param name="uncounted">Whether its costs go wrong.</param>
internal sealed class FaultySpace(bool uncounted) : ISearchSpace
{
    private static readonly ImmutableArray<string> Choices = ["0", "1", "2", "3", "4"];

    public DecisionSpace Decisions { get; } = new("faulty", [new Decision("a", Choices), new Decision("b", Choices)]);

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public string Format(Architecture architecture) => architecture.Key;

    public Architecture Parse(string text) => throw new InputException($"'{text}' is not read.");

    public ArchitectureCost Cost(Architecture architecture) => uncounted
        ? throw new InvalidOperationException("the costs cannot be counted")
        : new(architecture.Values[0], architecture.Values[1], 1);
}
