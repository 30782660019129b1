using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Transformers;

/// <summary>
/// Networks of sequences: token and position embeddings, blocks of a transformer that normalises first, the mean over what is no
/// padding, and a linear layer. Chosen are the channels and the depth of all, and of each layer what mixes the places (attention in
/// heads or a depthwise convolution) and the size of its MLP. AutoFormer's choices (arXiv 2107.00651) for texts, with convolutions
/// beside attention as in the Evolved Transformer (arXiv 1901.11117).
/// </summary>
public sealed class SequenceSpace : NetworkSpace
{
    private readonly SequenceOptions _options;
    private readonly Places _places;

    /// <summary>Makes the space.</summary>
    public SequenceSpace(SequenceOptions options)
        : this(options, Places.Of(options))
    {
    }

    private SequenceSpace(SequenceOptions options, Places places)
        : base(places.Space, options.Task)
    {
        (_options, _places) = (options, places);
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The space is ours; its choices are those of AutoFormer, and convolutions beside attention as in the Evolved Transformer.",
    ];

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture)
    {
        var values = architecture.Values;
        var channels = _options.Widths[values[_places.Width]];
        var map = image.At("embedding").Embed("tokens", _options.Tokens, channels).WithPositions("positions");
        for (var layer = 0; layer < _options.Depth && values[_places.Mixers[layer]] >= 0; layer++)
        {
            var mixer = _options.Mixers[values[_places.Mixers[layer]]];
            var ratio = _options.Ratios[values[_places.Ratios[layer]]];
            map = new TransformerBlock(mixer.Heads, channels, mixer.Kernel, channels * ratio)
                .AddTo(map.At(Places.Label("layer", layer + 1)), image);
        }

        return map.At("head").LayerNorm("norm").MeanOf(image).Linear("classifier", _options.Task.Classes);
    }

    /// <summary>The decisions and their numbers.</summary>
    private sealed record Places(DecisionSpace Space, int Width, ImmutableArray<int> Mixers, ImmutableArray<int> Ratios)
    {
        public static Places Of(SequenceOptions options)
        {
            var list = new DecisionList();
            var width = list.Add(Choice("width", "w", options.Widths));
            var depth = list.Add(Choice("depth", "d", Enumerable.Range(1, options.Depth)));
            var mixers = list.Repeat(
                options.Depth, layer => new Decision(Name(layer, "mixer"), [.. options.Mixers.Select(mixer => mixer.Name)]), depth);
            var ratios = list.Repeat(options.Depth, layer => Choice(Name(layer, "ratio"), "r", options.Ratios), depth);
            return new Places(list.Build("sequence"), width, mixers, ratios);
        }

        public static string Label(string prefix, int value) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{value}");

        private static string Name(int layer, string what) => $"{Label("layer", layer + 1)}.{what}";

        private static Decision Choice(string name, string prefix, IEnumerable<int> values) =>
            new(name, [.. values.Select(value => Label(prefix, value))]) { Ordered = true };
    }
}
