namespace NasEngine.Spaces.Tests;

/// <summary>The paths of a cell found from its text alone, backwards: the oracle for path codes.</summary>
internal static class CellWalk
{
    private static readonly Dictionary<string, string[]> Operations = new()
    {
        ["darts"] = ["max-pool-3x3", "avg-pool-3x3", "skip-connect", "sep-conv-3x3", "sep-conv-5x5", "dil-conv-3x3", "dil-conv-5x5"],
        ["enas"] = ["identity", "sep3", "sep5", "avg3", "max3"],
        ["pnas"] = ["sep3", "sep5", "sep7", "conv7", "identity", "avg3", "max3", "dil3"],
    };

    /// <summary>Numbers of the paths: shorter ones first, then normal cells, then input 0, then the operations as digits.</summary>
    public static IEnumerable<int> Paths(string space, string text)
    {
        var nodes = text.Split('|').Skip(space == "pnas" ? 1 : 0).Where(node => !node.StartsWith('-')).Select(node => Node(space, node)).ToArray();
        var perCell = space switch { "darts" => 4, "enas" => 5, _ => nodes.Length };
        return nodes.Chunk(perCell).SelectMany((cell, kind) =>
            from end in Enumerable.Range(0, cell.Length)
            where space != "enas" || !cell.Any(node => node.Any(edge => edge.Source == end + 2))
            from path in Backwards(cell, end + 2)
            select Number(space, kind, path));
    }

    private static (int Source, int Operation)[] Node(string space, string text)
    {
        var parts = text.Split('_');
        return space == "darts"
            ? [(parts[0][4] - '0', Array.IndexOf(Operations[space], parts[1])), (parts[0][5] - '0', Array.IndexOf(Operations[space], parts[2]))]
            : [(parts[0][1] - '0', Array.IndexOf(Operations[space], parts[1])), (parts[2][1] - '0', Array.IndexOf(Operations[space], parts[3]))];
    }

    private static IEnumerable<(int Input, int[] Operations)> Backwards((int Source, int Operation)[][] cell, int node) => node < 2
        ? [(node, [])]
        : from edge in cell[node - 2]
          from path in Backwards(cell, edge.Source)
          select (path.Input, (int[])[.. path.Operations, edge.Operation]);

    private static int Number(string space, int kind, (int Input, int[] Operations) path)
    {
        var (kinds, count, length) = (space == "pnas" ? 1 : 2, Operations[space].Length, path.Operations.Length);
        var first = Enumerable.Range(1, length - 1).Sum(shorter => 2 * kinds * (int)Math.Pow(count, shorter));
        return path.Operations.Aggregate(2 * kind + path.Input, (number, operation) => number * count + operation) + first;
    }
}
