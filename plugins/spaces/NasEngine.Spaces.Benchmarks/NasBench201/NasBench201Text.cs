using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks.NasBench201;

/// <summary>The arch string <c>|op~0|+|op~0|op~1|+|op~0|op~1|op~2|</c>: per node the operations on its edges.</summary>
internal static class NasBench201Text
{
    public static string Format(ReadOnlySpan<int> values)
    {
        var text = new System.Text.StringBuilder();
        for (var target = 1; target < NasBench201Cell.Nodes; target++)
        {
            text.Append(target > 1 ? "+|" : "|");
            for (var source = 0; source < target; source++)
            {
                text.Append(NasBench201Cell.Operations[values[NasBench201Cell.Edge(source, target)]])
                    .Append('~').Append(source).Append('|');
            }
        }

        return text.ToString();
    }

    public static int[] Parse(string text)
    {
        var nodes = text.Trim().Split('+');
        if (nodes.Length != NasBench201Cell.Nodes - 1)
        {
            throw Wrong(text, $"it has {nodes.Length} nodes joined by '+' and must have {NasBench201Cell.Nodes - 1}.");
        }

        var values = new int[NasBench201Cell.Edges];
        for (var target = 1; target <= nodes.Length; target++)
        {
            var edges = nodes[target - 1].Split('|', StringSplitOptions.RemoveEmptyEntries);
            if (edges.Length != target)
            {
                throw Wrong(text, $"node {target} has {edges.Length} edges and must have {target}.");
            }

            for (var source = 0; source < target; source++)
            {
                values[NasBench201Cell.Edge(source, target)] = Operation(text, edges[source], source, target);
            }
        }

        return values;
    }

    private static int Operation(string text, string edge, int source, int target)
    {
        var parts = edge.Split('~');
        var operation = NasBench201Cell.Operations.IndexOf(parts[0]);
        if (operation < 0)
        {
            throw Wrong(
                text, $"node {target} has the unknown operation '{parts[0]}'; {Suggest.Instead(parts[0], NasBench201Cell.Operations)}");
        }

        return parts.Length == 2 && parts[1] == $"{source}"
            ? operation
            : throw Wrong(text, $"edge {source + 1} of node {target} is '{edge}' and must end in '~{source}'.");
    }

    private static InputException Wrong(string text, string what) =>
        new($"'{text}' is not an architecture of space 'nasbench201': {what}");
}
