using System.Collections.Immutable;

namespace NasEngine.Networks.Pictures;

/// <summary>Makes rows of a network: operations in short, equal blocks that follow each other in one.</summary>
internal static class PictureRows
{
    public static ImmutableArray<PictureRow> Of(NetworkSpec network)
    {
        var rows = network.Nodes
            .GroupBy(node => (node.Stage, node.Block))
            .Select(group => new PictureRow(
                group.Key.Stage, group.Key.Block, Chips([.. group]), group.Last().Shape, group.Sum(node => node.Macs), 1));
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

    private static ImmutableArray<PictureChip> Chips(ImmutableArray<Node> nodes)
    {
        var chips = ImmutableArray.CreateBuilder<PictureChip>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Operation is GlobalAveragePool && Gate(nodes, i) is { } end)
            {
                var hidden = nodes[i..end].Select(node => node.Operation).OfType<Convolution>().First().Out;
                chips.Add(new PictureChip($"attention {hidden}", ChipKind.Attention, false));
                i = end;
            }
            else if (nodes[i].Operation is Activation && chips.Count > 0)
            {
                chips[^1] = chips[^1] with { Text = $"{chips[^1].Text} · {nodes[i].Operation.Kind}" };
            }
            else if (nodes[i].Operation is not BatchNorm)
            {
                chips.Add(ChipText.Of(nodes[i]));
            }
        }

        return chips.ToImmutable();
    }

    /// <summary>Where the attention that begins with a pooling ends, if it is one.</summary>
    private static int? Gate(ImmutableArray<Node> nodes, int pooling)
    {
        for (var i = pooling + 1; i < nodes.Length; i++)
        {
            if (nodes[i].Operation is Scale)
            {
                return i;
            }
        }

        return null;
    }
}
