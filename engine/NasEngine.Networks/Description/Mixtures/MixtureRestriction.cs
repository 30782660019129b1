using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What a mixture leaves of the network of a whole space.</summary>
public static class MixtureRestriction
{
    /// <summary>
    /// The network in which every selection is over the listed choices only, in the order listed, without the operations that
    /// then lead nowhere: what is run, and what a step costs in multiply-adds, weights and memory.
    /// </summary>
    /// <exception cref="InputException">The network asks for a decision that the mixture does not say.</exception>
    public static NetworkSpec Keep(this NetworkSpec whole, Mixture mixture)
    {
        var nodes = whole.Nodes.ToArray();
        var used = new bool[nodes.Length];
        used[^1] = true;
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            nodes[i] = used[i] ? Keep(nodes[i], Listed) : nodes[i];
            foreach (var input in used[i] ? nodes[i].Inputs : [])
            {
                used[input] = true;
            }
        }

        return NetworkBuilder.Used(nodes, nodes.Length - 1);

        ImmutableArray<int> Listed(string decision) => mixture.Decisions.TryGetValue(decision, out var listed)
            ? [.. listed.Select(one => one.Choice)]
            : throw new InputException(
                $"The mixture says nothing of decision '{decision}', which its other choices lead to; list at least one choice of it.");
    }

    private static Node Keep(Node node, Func<string, ImmutableArray<int>> listed)
    {
        switch (node.Operation)
        {
            case ChannelMask mask:
                return node with { Operation = new ChannelMask(mask.Selection.Restrict(listed)) };
            case WeightedSum or PlacedSum when node.Operation is MixtureOperation sum:
                var selection = sum.Selection.Restrict(listed);
                ImmutableArray<int> kept = [.. selection.Table.Distinct().Order()];
                return node with
                {
                    Operation = sum with { Selection = selection.Map(input => kept.IndexOf(input)) },
                    Inputs = [.. kept.Select(input => node.Inputs[input])],
                };
            default:
                return node;
        }
    }
}
