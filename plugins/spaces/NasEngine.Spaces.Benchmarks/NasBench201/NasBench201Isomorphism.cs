namespace NasEngine.Spaces.Benchmarks.NasBench201;

/// <summary>
/// When two cells are the same in the sense of the benchmark: a skip is its source, an edge of 'none' or from a node with
/// such an edge alone is zero, and the order of a sum does not matter. That makes 6,466 classes (NAS-Bench-201, section 2).
/// The expression forgets whether a part is computed once and used twice or computed twice.
/// </summary>
internal static class NasBench201Isomorphism
{
    private const string Zero = "#";

    /// <summary>Two cells are the same in the sense of the benchmark exactly when their expressions are equal.</summary>
    public static string Expression(ReadOnlySpan<int> values)
    {
        var nodes = new string[NasBench201Cell.Nodes];
        nodes[0] = "0";
        for (var target = 1; target < nodes.Length; target++)
        {
            var terms = new List<string>();
            for (var source = 0; source < target; source++)
            {
                var operation = values[NasBench201Cell.Edge(source, target)];
                terms.Add(operation == NasBench201Cell.None || nodes[source] == Zero ? Zero
                    : operation == NasBench201Cell.Skip ? nodes[source]
                    : $"({nodes[source]})@{operation}");
            }

            nodes[target] = Sum(terms);
        }

        return nodes[^1];
    }

    /// <summary>
    /// As the expression, and a sum with zero, or of sums, is the sum of what is left: equal where cells compute the same.
    /// </summary>
    public static string Function(ReadOnlySpan<int> values)
    {
        var nodes = new List<string>[NasBench201Cell.Nodes];
        nodes[0] = ["0"];
        for (var target = 1; target < nodes.Length; target++)
        {
            nodes[target] = [];
            for (var source = 0; source < target; source++)
            {
                var operation = values[NasBench201Cell.Edge(source, target)];
                nodes[target].AddRange(operation == NasBench201Cell.None || nodes[source].Count == 0 ? []
                    : operation == NasBench201Cell.Skip ? nodes[source]
                    : [$"({Sum(nodes[source])})@{operation}"]);
            }
        }

        return Sum(nodes[^1]);
    }

    private static string Sum(List<string> terms) => string.Join('+', terms.Order(StringComparer.Ordinal));
}
