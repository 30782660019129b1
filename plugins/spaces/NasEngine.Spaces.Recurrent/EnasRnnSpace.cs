using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Recurrent;

/// <summary>
/// ENAS's recurrent cells (ICML 2018, arXiv 1802.03268, section 2.1) as networks of sequences: token embeddings, the cell over the places,
/// the mean of its normalised states over what is no padding, and a linear layer. Chosen are the non-linearity of each node and, from node
/// 2 on, the earlier node that it reads: 4^N·(N − 1)! cells of N nodes. In a supernet the weights go with the pair of nodes.
/// </summary>
public sealed class EnasRnnSpace : NetworkSpace
{
    /// <summary>The cell that the authors' program trains in the end, found on Penn Treebank.</summary>
    private const string Published =
        "tanh|i1_tanh|i2_relu|i3_relu|i3_tanh|i3_tanh|i6_relu|i2_tanh|i7_relu|i9_relu|i9_relu|i9_relu";

    private static readonly ImmutableArray<string> Functions = ["tanh", "relu", "identity", "sigmoid"];

    private readonly EnasRnnOptions _options;

    /// <summary>Makes the space.</summary>
    public EnasRnnSpace(EnasRnnOptions options)
        : base(new DecisionSpace("enas-rnn", Enumerable.Range(1, options.Nodes).SelectMany(Node)), options.Task)
    {
        _options = options;
        References = options.Nodes == Published.Split('|').Length
            ? References.Add("enas-ptb", ArchitectureText.Parse(Decisions, Published))
            : References;
    }

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References { get; } =
        ImmutableSortedDictionary.Create<string, Architecture>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "ENAS models language, word by word, and shares its embeddings with the output; here a sequence has one answer, by a linear layer "
        + "of its own on the mean of the states over what is no padding.",
        "States are normalised over their channels before that mean, as in the space 'sequence': those of cells of ReLUs and identities "
        + "may grow with every token.",
        "What regularises its language models is left out: dropout of embeddings, inputs, states and outputs, the penalty on changes of "
        + "the state, and the batch norms that the authors' program has in the search and not in the end.",
        "A pair of nodes has one matrix, whatever the non-linearity, as in the paper; the authors' program has one for each non-linearity.",
    ];

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture) => image
        .At("embedding").Embed("tokens", _options.Tokens, _options.Units)
        .At("encoder").Recur("cell", _options.Units, Cell(architecture))
        .At("head").LayerNorm("norm").MeanOf(image).Linear("classifier", _options.Task.Classes);

    /// <summary>A node's source comes before its non-linearity, which is node 1's only decision.</summary>
    private static RecurrentCell Cell(Architecture architecture) => new(
    [
        .. Enumerable.Range(0, (architecture.Values.Length + 1) / 2).Select(i => new RecurrentNode(
            i == 0 ? 0 : architecture.Values[(2 * i) - 1] + 1, RecurrentCell.Function(Functions[architecture.Values[2 * i]]))),
    ]);

    private static IEnumerable<Decision> Node(int number)
    {
        var group = string.Create(CultureInfo.InvariantCulture, $"node{number}");
        if (number > 1)
        {
            yield return new Decision(
                $"{group}.source",
                [.. Enumerable.Range(1, number - 1).Select(source => string.Create(CultureInfo.InvariantCulture, $"i{source}"))])
            { Group = group };
        }

        yield return new Decision($"{group}.function", Functions) { Group = group };
    }
}
