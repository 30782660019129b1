using System.Collections.Immutable;

namespace NasEngine.Spaces.Cells;

/// <summary>What the cells of a space have in common.</summary>
/// <param name="Kinds">1 when normal and reduction cells share their decisions, else 2.</param>
/// <param name="Nodes">The most nodes of a cell; each sums two edges.</param>
/// <param name="Operations">Names of the operations.</param>
/// <param name="LooseOnly">Whether the cell gives the nodes that no other reads, else all of them.</param>
internal sealed record CellForm(int Kinds, int Nodes, ImmutableArray<string> Operations, bool LooseOnly)
{
    /// <summary>Numbers of the nodes that make the cell's output, as bits; <paramref name="edges"/> has two per node.</summary>
    public int Outputs(ReadOnlySpan<CellEdge> edges)
    {
        var outputs = (1 << (2 + edges.Length / 2)) - 4;
        if (LooseOnly)
        {
            foreach (var edge in edges)
            {
                outputs &= ~(1 << edge.Source);
            }
        }

        return outputs;
    }
}
