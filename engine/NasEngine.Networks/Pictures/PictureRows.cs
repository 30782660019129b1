using System.Collections.Immutable;

namespace NasEngine.Networks.Pictures;

/// <summary>Makes rows of a network: operations in short, equal blocks that follow each other in one.</summary>
internal static class PictureRows
{
    public static ImmutableArray<PictureRow> Of(NetworkSpec network)
    {
        var rows = network.Nodes
            .Select((node, number) => (Node: node, Number: number))
            .GroupBy(pair => (pair.Node.Stage, pair.Node.Block))
            .Select(group => new PictureRow(
                group.Key.Stage, group.Key.Block, Chips([.. group]), group.Last().Node.Shape, group.Sum(pair => pair.Node.Macs), 1));
        var units = rows.Where(row => row.Chips.Length > 0)
            .Aggregate(new List<List<PictureRow>>(), (list, row) =>
            {
                if (list.Count > 0 && list[^1][0].Stage == row.Stage && list[^1][0].Unit == row.Unit)
                {
                    list[^1].Add(row);
                }
                else
                {
                    list.Add([row]);
                }

                return list;
            });
        return [.. Merge(units).SelectMany(unit => unit)];
    }

    private static List<List<PictureRow>> Merge(List<List<PictureRow>> units)
    {
        var merged = new List<List<PictureRow>>();
        foreach (var unit in units)
        {
            if (merged.Count > 0 && Equal(merged[^1], unit))
            {
                merged[^1] = [.. merged[^1].Zip(unit, (row, copy) => row with { Copies = row.Copies + 1, Macs = row.Macs + copy.Macs })];
            }
            else
            {
                merged.Add(unit);
            }
        }

        return merged;
    }

    private static bool Equal(List<PictureRow> one, List<PictureRow> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.Looks(pair.Second));

    /// <summary>
    /// A batch norm is not shown, a non-linearity joins what it reads when that was last, attention is one chip, and a recurrent
    /// cell one per node.
    /// </summary>
    private static ImmutableArray<PictureChip> Chips(ImmutableArray<(Node Node, int Number)> nodes)
    {
        var chips = ImmutableArray.CreateBuilder<PictureChip>();
        var last = -1;
        for (var i = 0; i < nodes.Length; i++)
        {
            var (node, number) = nodes[i];
            var joins = chips.Count > 0 && node.Inputs is [var only] && only == last;
            if (node.Operation is GlobalAveragePool && Gate(nodes, i) is { } end)
            {
                chips.Add(Attention([.. nodes[i..end].Select(pair => pair.Node.Operation)]));
                (i, number) = (end, nodes[end].Number);
            }
            else if (node.Operation is Activation && joins)
            {
                chips[^1] = chips[^1] with { Text = $"{chips[^1].Text} · {node.Operation.Kind}" };
            }
            else if (node.Operation is Recurrent recurrent)
            {
                chips.AddRange(ChipText.Of(recurrent));
            }
            else if (node.Operation is not BatchNorm)
            {
                chips.Add(ChipText.Of(node));
            }
            else if (!joins)
            {
                continue;
            }

            last = number;
        }

        return chips.ToImmutable();
    }

    private static PictureChip Attention(ImmutableArray<Operation> operations)
    {
        var kind = operations.OfType<SplitSoftmax>().Any() ? "split attention" : "attention";
        return new PictureChip($"{kind} {operations.OfType<Convolution>().First().Out}", ChipKind.Attention, false);
    }

    /// <summary>Where the attention that begins with a pooling ends, if it is one.</summary>
    private static int? Gate(ImmutableArray<(Node Node, int Number)> nodes, int pooling)
    {
        for (var i = pooling + 1; i < nodes.Length; i++)
        {
            if (nodes[i].Node.Operation is Scale)
            {
                return i;
            }
        }

        return null;
    }
}
