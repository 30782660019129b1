using System.Collections.Immutable;

namespace NasEngine.Contracts.Tests;

/// <summary>Small spaces with conditions, and every architecture of them by brute force.</summary>
public static class ConditionalSpaces
{
    public static TheoryData<string> Names => ["plain", "depth", "nested", "branches"];

    public static DecisionSpace Named(string name)
    {
        var list = new DecisionList();
        switch (name)
        {
            case "plain":
                list.Add(Of("a", 3));
                list.Add(Of("b", 2));
                list.Add(Of("c", 1));
                break;
            case "depth":
                var depth = list.Add(Of("depth", 3) with { Ordered = true });
                list.Repeat(3, copy => Of($"layer{copy}", 3) with { Ordered = true }, depth);
                break;
            case "nested":
                var outer = list.Add(Of("outer", 3));
                var inner = list.Add(Of("inner", 2) with { When = new Condition(outer, [0, 2]) });
                list.Add(Of("leaf", 4) with { When = new Condition(inner, [1]) });
                list.Add(Of("free", 2));
                break;
            default:
                var kind = list.Add(Of("kind", 3));
                list.Add(Of("size", 2) with { When = new Condition(kind, [1]) });
                list.Add(Of("rate", 5) with { When = new Condition(kind, [1, 2]) });
                break;
        }

        return list.Build(name);
    }

    /// <summary>All combinations of values, canonical, each once.</summary>
    public static ImmutableHashSet<Architecture> All(DecisionSpace space)
    {
        IEnumerable<ImmutableArray<int>> values = [[]];
        foreach (var decision in space.Decisions)
        {
            values = values.SelectMany(head => Enumerable.Range(0, decision.Count).Select(head.Add)).ToArray();
        }

        return [.. values.Select(one => space.Architecture(one.AsSpan()))];
    }

    private static Decision Of(string name, int choices) =>
        new(name, [.. Enumerable.Range(0, choices).Select(choice => $"{name[0]}{choice}")]);
}
