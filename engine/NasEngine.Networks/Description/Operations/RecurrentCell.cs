using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>A node of a recurrent cell.</summary>
/// <param name="Source">Number of the node that it reads, counted from 1; 0 for the input and the last state, as node 1 does.</param>
/// <param name="Function">Its non-linearity; null for the identity.</param>
public readonly record struct RecurrentNode(int Source, ActivationKind? Function);

/// <summary>
/// What is chosen of a recurrent cell of ENAS (ICML 2018, arXiv 1802.03268, section 2.1): a tree of nodes, of which node 1 reads the input
/// and the last state and each other one an earlier node. Written as <c>0:tanh,1:relu,1:identity</c>, a node's source and its
/// non-linearity. Immutable; equal when the nodes are.
/// </summary>
public sealed class RecurrentCell : IEquatable<RecurrentCell>
{
    private const string Identity = "identity";

    /// <summary>Keeps the nodes.</summary>
    /// <exception cref="InputException">There are none, or one reads no earlier node; one sentence without the place.</exception>
    public RecurrentCell(ImmutableArray<RecurrentNode> nodes)
    {
        if (nodes.IsDefaultOrEmpty)
        {
            throw new InputException("a recurrent cell has no nodes; it must have at least 1.");
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            if (i == 0 ? nodes[i].Source != 0 : nodes[i].Source < 1 || nodes[i].Source > i)
            {
                throw new InputException(
                    $"node {i + 1} of a recurrent cell reads {nodes[i].Source}; "
                    + (i == 0 ? "the first node reads 0, the input and the last state." : $"it must read one of the nodes 1 to {i}."));
            }
        }

        Nodes = nodes;
        LooseEnds = [.. Enumerable.Range(1, nodes.Length).Where(number => nodes.All(node => node.Source != number))];
    }

    /// <summary>In order; each reads an earlier one.</summary>
    public ImmutableArray<RecurrentNode> Nodes { get; }

    /// <summary>Numbers of the nodes that no other reads, counted from 1: their mean is the new state.</summary>
    public ImmutableArray<int> LooseEnds { get; }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="InputException">It is no cell.</exception>
    public static RecurrentCell Parse(string text) => new([.. text.Split(',').Select(Node)]);

    /// <summary>
    /// The same tree with its nodes in an order that depends on the tree alone: cells that are one tree give equal ones.
    /// </summary>
    public RecurrentCell Canonical()
    {
        var below = new string[Nodes.Length + 1];
        for (var number = Nodes.Length; number >= 1; number--)
        {
            var readers = Readers(number).Select(reader => below[reader]).Order(StringComparer.Ordinal);
            below[number] = $"{Name(Nodes[number - 1].Function)}({string.Join(',', readers)})";
        }

        var ordered = ImmutableArray.CreateBuilder<RecurrentNode>(Nodes.Length);
        Add(1, 0);
        return new RecurrentCell(ordered.ToImmutable());

        void Add(int number, int source)
        {
            ordered.Add(Nodes[number - 1] with { Source = source });
            var own = ordered.Count;
            foreach (var reader in Readers(number).OrderBy(reader => below[reader], StringComparer.Ordinal))
            {
                Add(reader, own);
            }
        }
    }

    /// <summary>Short name of a node's non-linearity.</summary>
    public static string Name(ActivationKind? function) => function?.Name() ?? Identity;

    /// <summary>The non-linearity of a short name; null for the identity.</summary>
    /// <exception cref="InputException">No such name.</exception>
    public static ActivationKind? Function(string name) => name == Identity ? null : ActivationNames.Parse(name);

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Nodes.Select(node =>
        string.Create(CultureInfo.InvariantCulture, $"{node.Source}:{Name(node.Function)}")));

    /// <inheritdoc/>
    public bool Equals(RecurrentCell? other) => other is not null && Nodes.SequenceEqual(other.Nodes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecurrentCell);

    /// <inheritdoc/>
    public override int GetHashCode() => Nodes.Aggregate(0, HashCode.Combine);

    private IEnumerable<int> Readers(int number) =>
        Enumerable.Range(number + 1, Nodes.Length - number).Where(reader => Nodes[reader - 1].Source == number);

    private static RecurrentNode Node(string text) =>
        text.Split(':') is [var source, var function]
        && int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RecurrentNode(number, Function(function))
            : throw new InputException(
                $"'{text}' is no node of a recurrent cell; it must be the number of a node and a non-linearity, such as 1:tanh.");
}
