using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Morphism;

/// <summary>Decisions, segments and changes of a <see cref="MorphismSpace"/>.</summary>
internal sealed class MorphismParts
{
    private readonly MorphismOptions _options;
    private readonly int[] _depths;

    public MorphismParts(MorphismOptions options)
    {
        _options = options;
        var list = new DecisionList();
        _depths = [.. Enumerable.Range(1, options.Stages).Select(stage => list.Add(
            new Decision($"stage{stage}.depth", [.. Enumerable.Range(1, options.Depth).Select(depth => $"d{depth}")]) { Ordered = true }))];
        Layers =
        [
            .. from stage in Enumerable.Range(0, options.Stages)
               from index in Enumerable.Range(0, options.Depth)
               select MorphismLayer.Add(list, options, stage, index, index == 0 ? null : list.AtLeast(_depths[stage], index)),
        ];
        Segments =
        [
            .. Layers.Select(layer => new ChainSegment([layer.Width, layer.Kernel, layer.Skip], (map, values) =>
                layer.AddTo(layer.Index == 0 && layer.Stage > 0 ? Pool(map, layer.Stage) : map, options, values))),
            new ChainSegment([], (map, _) => map.At("head").GlobalAveragePool().Linear("classifier", options.Task.Classes)),
        ];
        Decisions = list.Build("morphism");
    }

    public DecisionSpace Decisions { get; }

    public ImmutableArray<MorphismLayer> Layers { get; }

    public ImmutableArray<ChainSegment> Segments { get; }

    /// <summary>Whether a layer's input and output have the same shape, so that it can skip.</summary>
    public bool KeepsShape(MorphismLayer layer, ReadOnlySpan<int> values)
    {
        var before = Layers.IndexOf(layer) - 1;
        return layer.Index > 0 && values[Layers[before].Width] == values[layer.Width];
    }

    public NetworkOutline Outline(Architecture architecture)
    {
        var (layers, skips) = (ImmutableArray.CreateBuilder<LayerOutline>(), ImmutableArray.CreateBuilder<SkipOutline>());
        foreach (var layer in Layers.Where(layer => architecture.Values[layer.Width] >= 0))
        {
            if (layer is { Index: 0, Stage: > 0 })
            {
                layers.Add(new LayerOutline("pool", 1));
            }

            layers.Add(new LayerOutline(
                "conv", _options.Widths[architecture.Values[layer.Width]], _options.Kernels[architecture.Values[layer.Kernel]]));
            if (Skips(layer, architecture.Values.AsSpan()))
            {
                skips.Add(new SkipOutline(layers.Count, 1));
            }
        }

        return new NetworkOutline(layers.ToImmutable(), skips.ToImmutable());
    }

    public IEnumerable<Morph> Morphs(Architecture architecture, MorphismLayer layer)
    {
        var values = architecture.Values;
        if (values[layer.Width] < 0)
        {
            var last = Layers[Math.Max(0, Layers.IndexOf(layer) - 1)];
            return layer.Index > 0 && values[last.Width] >= 0
                ? [new Morph(MorphKind.Deepen, layer.Stage, layer.Index, Deeper(values, layer, last))]
                : [];
        }

        var morphs = new List<Morph>();
        var linked = Linked(layer, values.AsSpan());
        Step(MorphKind.Widen, linked.Select(one => one.Width), linked[0] == layer);
        Step(MorphKind.Kernel, [layer.Kernel], true);
        Step(MorphKind.Skip, [layer.Skip], KeepsShape(layer, values.AsSpan()));
        return morphs;

        void Step(MorphKind kind, IEnumerable<int> decisions, bool allowed)
        {
            if (allowed && decisions.All(decision => values[decision] + 1 < Decisions.Decisions[decision].Count))
            {
                var changed = decisions.Aggregate(values, (all, decision) => all.SetItem(decision, all[decision] + 1));
                morphs.Add(new Morph(kind, layer.Stage, layer.Index, Decisions.Architecture(changed.AsSpan())));
            }
        }
    }

    /// <summary>The layers whose outputs are added, this one among them: they are of one width and can only be widened together.</summary>
    private ImmutableArray<MorphismLayer> Linked(MorphismLayer layer, ReadOnlySpan<int> values)
    {
        var (first, last) = (Layers.IndexOf(layer), Layers.IndexOf(layer));
        while (Skips(Layers[first], values))
        {
            first--;
        }

        while (last + 1 < Layers.Length && Skips(Layers[last + 1], values))
        {
            last++;
        }

        return Layers[first..(last + 1)];
    }

    private bool Skips(MorphismLayer layer, ReadOnlySpan<int> values) => values[layer.Skip] == 1 && KeepsShape(layer, values);

    private Architecture Deeper(ImmutableArray<int> values, MorphismLayer layer, MorphismLayer last) => Decisions.Architecture(values
        .SetItem(_depths[layer.Stage], layer.Index)
        .SetItem(layer.Width, values[last.Width])
        .SetItem(layer.Kernel, Math.Max(0, _options.Kernels.IndexOf(3)))
        .SetItem(layer.Skip, 0).AsSpan());

    private static FeatureMap Pool(FeatureMap map, int stage) => map.At($"stage{stage + 1}").Then(new Pool(true, 2, 2, 0, false));
}
