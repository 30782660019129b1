using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Benchmarks.NasBench201;

/// <summary>
/// NAS-Bench-201 (ICLR 2020, arXiv 2001.00326): three stages of equal cells with residual reductions between them. Each
/// cell is six edges with one of five operations. The text form is the benchmark's arch string.
/// </summary>
public sealed class NasBench201Space : NetworkSpace, IPathEncoded, IMixtureSpace
{
    private const int Halvings = 4;

    private readonly NasBench201Options _options;
    private readonly Lazy<Dictionary<string, Architecture>> _representatives;
    private readonly object?[] _costs = new object?[15625];

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The images cannot be halved twice.</exception>
    public NasBench201Space(NasBench201Options options)
        : base(Edges(), options.Task)
    {
        _options = options.Task.Size % Halvings == 0 ? options : throw new InputException(
            $"Space 'nasbench201' halves its images twice, and option 'inputSize' is {options.Task.Size}; "
            + $"give a multiple of {Halvings}, such as {Near(options.Task.Size)}.");
        Relaxed = options.Parts == 1 ? Decisions : new DecisionSpace(
            Decisions.Id, [.. Decisions.Decisions, .. Weighed().Select(NasBench201Cell.Sources)]);
        _representatives = new Lazy<Dictionary<string, Architecture>>(() => Decisions.Enumerate()
            .GroupBy(one => NasBench201Isomorphism.Expression(one.Values.AsSpan()))
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));
    }

    /// <summary>Paths from the input to the output by their operations: 5 + 25 + 125.</summary>
    public int PathCount => 155;

    /// <inheritdoc/>
    public override string Format(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return NasBench201Text.Format(architecture.Values.AsSpan());
    }

    /// <inheritdoc/>
    public override Architecture Parse(string text) => Decisions.Architecture(NasBench201Text.Parse(text));

    /// <inheritdoc/>
    public override Architecture Canonical(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return _representatives.Value[NasBench201Isomorphism.Expression(architecture.Values.AsSpan())];
    }

    /// <summary>What the cell computes; cells that the benchmark keeps apart by a sum with zero are one network.</summary>
    public override string NetworkOf(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return NasBench201Isomorphism.Function(architecture.Values.AsSpan());
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Paths(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        int Operation(int source, int target) => architecture.Values[NasBench201Cell.Edge(source, target)];
        return
        [
            .. new SortedSet<int>
            {
                Operation(0, 3),
                5 + 5 * Operation(0, 1) + Operation(1, 3),
                5 + 5 * Operation(0, 2) + Operation(2, 3),
                30 + 25 * Operation(0, 1) + 5 * Operation(1, 2) + Operation(2, 3),
            },
        ];
    }

    /// <summary>Counted once for each of the 15,625 architectures.</summary>
    public override ArchitectureCost Cost(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var index = 0;
        foreach (var value in architecture.Values)
        {
            index = index * 5 + value;
        }

        return (ArchitectureCost)(_costs[index] ??= base.Cost(architecture));
    }

    /// <summary>As the options say.</summary>
    public int ChannelParts => _options.Parts;

    /// <summary>
    /// The space's decisions; with partial channels the edges of nodes 2 and 3 besides, <c>node2.edges</c> and <c>node3.edges</c> (edge
    /// normalisation, PC-DARTS, arXiv 1907.05737, section 3.2).
    /// </summary>
    public DecisionSpace Relaxed { get; }

    /// <summary>Its operations; with partial channels every edge weighs 1.</summary>
    public Mixture Mixture(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var mixture = Decisions.Decisions.Zip(architecture.Values).Aggregate(
            Contracts.Mixture.Of(Decisions.Id), (one, pair) => one.With(pair.First.Name, pair.Second));
        return (ChannelParts == 1 ? [] : Weighed()).Aggregate(mixture, (one, node) => one.With(
            NasBench201Cell.Sources(node).Name, [.. Enumerable.Repeat(1.0, node)]));
    }

    /// <summary>
    /// Each edge of the cell is the weighted sum of its operations, <c>none</c> among them; with partial channels, of operations on a part
    /// of the channels, and each node the weighted sum of its edges.
    /// </summary>
    public NetworkSpec DescribeMixture() => Add(
        NetworkSpec.From(Input), (map, stage, cell) => NasBench201Cell.AddMixture(map, stage, cell, ChannelParts)).Build();

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture) =>
        Add(image, (map, stage, cell) => NasBench201Cell.AddTo(map, architecture.Values.AsSpan(), stage, cell));

    private FeatureMap Add(FeatureMap image, Func<FeatureMap, string, string, FeatureMap> add)
    {
        var map = image.At("stem").Conv("conv", _options.Channels, 3).BatchNorm("conv.bn");
        for (var stage = 0; stage < 3; stage++)
        {
            var name = $"stage{stage + 1}";
            map = stage == 0 ? map : Reduce(map.At(name, "reduction"));
            for (var cell = 0; cell < _options.Cells; cell++)
            {
                map = add(map, name, $"cell{cell + 1}");
            }
        }

        return map.At("head").BatchNorm("bn").Activate(ActivationKind.Relu).GlobalAveragePool().Linear("classifier", Classes);
    }

    /// <summary>For each operation the cell that has it on every edge.</summary>
    public override IEnumerable<Architecture> Covering() => Enumerable.Range(0, NasBench201Cell.Operations.Length)
        .Select(operation => Decisions.Architecture([.. Enumerable.Repeat(operation, NasBench201Cell.Edges)]));

    private static IEnumerable<int> Weighed() => Enumerable.Range(2, NasBench201Cell.Nodes - 2);

    private static FeatureMap Reduce(FeatureMap map)
    {
        var channels = 2 * map.Shape.Channels;
        var residual = map.AveragePool(2, 2, padding: 0).Conv("downsample", channels, 1);
        var main = NasBench201Cell.Convolution(map, "conv_a", channels, 3, 2);
        return residual.Plus(NasBench201Cell.Convolution(main, "conv_b", channels, 3, 1));
    }

    private static string Near(int size) => size < Halvings
        ? $"{Halvings}"
        : $"{size / Halvings * Halvings} or {(size / Halvings + 1) * Halvings}";

    private static DecisionSpace Edges() => new("nasbench201",
        from target in Enumerable.Range(1, NasBench201Cell.Nodes - 1)
        from source in Enumerable.Range(0, target)
        select NasBench201Cell.Decision(source, target));
}
