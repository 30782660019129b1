using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Transformers;

/// <summary>
/// Vision transformers of AutoFormer (Chen, Peng, Fu and Ling, ICCV 2021, arXiv 2107.00651, table 1): the embedding and the depth of all,
/// and of each layer its heads, which set the width of queries, keys and values, and the ratio of its MLP. The supernet's weights are
/// entangled as in its section 3.2: a smaller choice is the first rows and columns of a larger one.
/// </summary>
public sealed class AutoFormerSpace : NetworkSpace
{
    private const string Tiny = "deit-tiny";

    private readonly AutoFormerOptions _options;
    private readonly Places _places;

    /// <summary>Makes the space.</summary>
    public AutoFormerSpace(AutoFormerOptions options)
        : this(options, Places.Of(options))
    {
    }

    private AutoFormerSpace(AutoFormerOptions options, Places places)
        : base(places.Space, options.Task)
    {
        (_options, _places) = (options, places);
    }

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References =>
        _options is { Patch: 16, HeadSize: 64 } && TinyValues() is { } values
            ? base.References.Add(Tiny, Decisions.Architecture(values))
            : base.References;

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The mean over patches stands for the class token, as in its published training; position embeddings are absolute, not relative.",
    ];

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture)
    {
        var values = architecture.Values;
        var channels = _options.Embeddings[values[_places.Embedding]];
        var map = image.At("embedding")
            .Conv("patches", channels, _options.Patch, stride: _options.Patch, padding: 0, bias: true).WithPositions("positions");
        var layers = _options.Depths[values[_places.Depth]];
        for (var layer = 0; layer < layers; layer++)
        {
            var heads = _options.Heads[values[_places.Heads[layer]]];
            var hidden = channels * _options.Ratios[values[_places.Ratios[layer]]] / 10;
            map = new TransformerBlock(heads, heads * _options.HeadSize, 0, hidden).AddTo(map.At(Places.Label("layer", layer + 1)));
        }

        return map.At("head").LayerNorm("norm").GlobalAveragePool().Linear("classifier", _options.Task.Classes);
    }

    /// <summary>DeiT-Ti (arXiv 2012.12877): 192 channels, 12 layers, 3 heads, ratio 4; null where the choices do not have it.</summary>
    private int[]? TinyValues()
    {
        var (embedding, depth) = (_options.Embeddings.IndexOf(192), _options.Depths.IndexOf(12));
        var (heads, ratio) = (_options.Heads.IndexOf(3), _options.Ratios.IndexOf(40));
        if (embedding < 0 || depth < 0 || heads < 0 || ratio < 0)
        {
            return null;
        }

        var values = new int[Decisions.Decisions.Length];
        Array.Fill(values, -1);
        (values[_places.Embedding], values[_places.Depth]) = (embedding, depth);
        for (var layer = 0; layer < 12; layer++)
        {
            (values[_places.Heads[layer]], values[_places.Ratios[layer]]) = (heads, ratio);
        }

        return values;
    }

    /// <summary>The decisions and their numbers.</summary>
    private sealed record Places(DecisionSpace Space, int Embedding, int Depth, ImmutableArray<int> Heads, ImmutableArray<int> Ratios)
    {
        public static Places Of(AutoFormerOptions options)
        {
            var list = new DecisionList();
            var embedding = list.Add(Choice("embedding", "c", options.Embeddings));
            var depth = list.Add(Choice("depth", "d", options.Depths));
            var (heads, ratios) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<int>());
            for (var layer = 0; layer < options.Depths[^1]; layer++)
            {
                var first = options.Depths.Count(layers => layers <= layer);
                heads.Add(list.Add(At(Choice(Label("layer", layer + 1) + ".heads", "h", options.Heads))));
                ratios.Add(list.Add(At(Choice(Label("layer", layer + 1) + ".ratio", "r", options.Ratios))));

                Decision At(Decision decision) => first == 0 ? decision : decision with { When = list.AtLeast(depth, first) };
            }

            return new Places(list.Build("autoformer"), embedding, depth, heads.ToImmutable(), ratios.ToImmutable());
        }

        public static string Label(string prefix, int value) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{value}");

        private static Decision Choice(string name, string prefix, ImmutableArray<int> values) =>
            new(name, [.. values.Select(value => Label(prefix, value))]) { Ordered = true };
    }
}
