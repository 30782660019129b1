namespace NasEngine.Spaces.Cells;

/// <summary>Numberings of a cell's nodes in which every node stands behind those it reads.</summary>
internal static class CellNumbering
{
    /// <summary>The edges under the numbering, and order of each node's two edges, in which they are smallest.</summary>
    public static CellEdge[] Smallest(CellEdge[] edges)
    {
        var numbers = new int[2 + edges.Length / 2];
        Array.Fill(numbers, -1);
        (numbers[0], numbers[1]) = (0, 1);
        CellEdge[]? smallest = null;
        Place(edges, numbers, new CellEdge[edges.Length], 0, ref smallest);
        return smallest!;
    }

    private static void Place(CellEdge[] edges, int[] numbers, CellEdge[] placed, int count, ref CellEdge[]? smallest)
    {
        if (2 * count == edges.Length)
        {
            if (smallest is null || placed.AsSpan().SequenceCompareTo(smallest) < 0)
            {
                smallest = [.. placed];
            }

            return;
        }

        for (var node = 2; node < numbers.Length; node++)
        {
            var (one, other) = (edges[2 * node - 4], edges[2 * node - 3]);
            if (numbers[node] >= 0 || numbers[one.Source] < 0 || numbers[other.Source] < 0)
            {
                continue;
            }

            (one, other) = (one with { Source = numbers[one.Source] }, other with { Source = numbers[other.Source] });
            (placed[2 * count], placed[2 * count + 1]) = one.CompareTo(other) <= 0 ? (one, other) : (other, one);
            numbers[node] = count + 2;
            Place(edges, numbers, placed, count + 1, ref smallest);
            numbers[node] = -1;
        }
    }
}
