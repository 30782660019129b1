using System.Collections.Immutable;
using System.Globalization;

namespace NasEngine.Networks;

/// <summary>
/// A recurrent cell of ENAS that goes over the places of a map, rows first, from a state of zeros: In×H×W to its states, Channels×H×W. At
/// each place a node that reads h gives, by a highway connection (ENAS, section 2.1; arXiv 1607.03474), c ⊙ f(W·h) + (1 − c) ⊙ h with
/// c = σ(V·h); node 1 reads the last state, and to its V·h and W·h come those of the input. The mean of the loose ends is the new state.
/// DARTS's cells (arXiv 1806.09055, section 3.2) have the same nodes and average all of them.
/// Tensors: <c>input.weight</c> [2·channels, in], and <c>nodeI.fromJ.weight</c> [2·channels, channels] of each node I with the J that it
/// reads; the rows of V, then those of W. No bias.
/// </summary>
/// <param name="Key">Weight key.</param>
/// <param name="In">Channels of the input.</param>
/// <param name="Channels">Channels of the state.</param>
/// <param name="Cell">Its nodes.</param>
public sealed record Recurrent(string Key, int In, int Channels, RecurrentCell Cell) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "recurrent";

    /// <summary>That of the input, then one per node.</summary>
    public override ImmutableArray<Weight> Weights =>
    [
        new Weight(Key + ".input.weight", [2 * Channels, In]),
        .. Cell.Nodes.Select((node, i) => new Weight(
            string.Create(CultureInfo.InvariantCulture, $"{Key}.node{i + 1}.from{node.Source}.weight"), [2 * Channels, Channels])),
    ];

    /// <summary>2·C·(In + N·C) for N nodes.</summary>
    public override long ParameterCount => 2L * Channels * (In + ((long)Cell.Nodes.Length * Channels));

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs)
    {
        var input = Single(inputs);
        return input.Channels == In && Channels >= 1
            ? input with { Channels = Channels }
            : throw Wrong($"recurrent '{Key}' of {Channels} channels takes {In} and was given {input}; it must have at least 1.");
    }

    /// <summary>Each parameter once per place.</summary>
    public override long Macs(FeatureShape output) => ParameterCount * output.Height * output.Width;
}
