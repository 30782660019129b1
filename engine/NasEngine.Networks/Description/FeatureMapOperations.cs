namespace NasEngine.Networks;

/// <summary>A short method per operation.</summary>
public static class FeatureMapOperations
{
    /// <summary>
    /// A convolution. Without <paramref name="padding"/> it is dilation·(kernel − 1)/2, which keeps the size at stride 1 for
    /// odd kernels.
    /// </summary>
    public static FeatureMap Conv(
        this FeatureMap map, string name, int channels, int kernel, int stride = 1, int? padding = null, int dilation = 1, int groups = 1,
        bool bias = false) =>
        map.Then(new Convolution(
            map.Key(name), map.Shape.Channels, channels, kernel, stride, padding ?? dilation * (kernel - 1) / 2, dilation, groups, bias));

    /// <summary>A depthwise convolution with <paramref name="multiplier"/> outputs per channel.</summary>
    public static FeatureMap Depthwise(
        this FeatureMap map, string name, int kernel, int stride = 1, int dilation = 1, int multiplier = 1) =>
        map.Conv(name, map.Shape.Channels * multiplier, kernel, stride, dilation: dilation, groups: map.Shape.Channels);

    /// <summary>The map at another height and width; the map itself where it has them.</summary>
    public static FeatureMap ResizeTo(this FeatureMap map, int height, int width) =>
        map.Shape.Height == height && map.Shape.Width == width ? map : map.Then(new Resize(height, width));

    /// <summary>Batch normalisation.</summary>
    public static FeatureMap BatchNorm(this FeatureMap map, string name, double epsilon = 1e-5, bool affine = true) =>
        map.Then(new BatchNorm(map.Key(name), map.Shape.Channels, epsilon, Affine: affine));

    /// <summary>A non-linearity; none when null.</summary>
    public static FeatureMap Activate(this FeatureMap map, ActivationKind? function) =>
        function is { } kind ? map.Then(new Activation(kind)) : map;

    /// <summary>Max pooling with the padding that keeps the size at stride 1.</summary>
    public static FeatureMap MaxPool(this FeatureMap map, int kernel, int stride = 1) =>
        map.Then(new Pool(true, kernel, stride, (kernel - 1) / 2, false));

    /// <summary>Average pooling with the padding that keeps the size at stride 1; the border does not count unless said.</summary>
    public static FeatureMap AveragePool(this FeatureMap map, int kernel, int stride = 1, bool countPadding = false, int? padding = null) =>
        map.Then(new Pool(false, kernel, stride, padding ?? (kernel - 1) / 2, countPadding));

    /// <summary>Mean over height and width.</summary>
    public static FeatureMap GlobalAveragePool(this FeatureMap map) => map.Then(new GlobalAveragePool());

    /// <summary>A linear layer on the flattened map.</summary>
    public static FeatureMap Linear(this FeatureMap map, string name, int outputs, bool bias = true) =>
        map.Then(new Linear(map.Key(name), checked((int)map.Shape.Count), outputs, bias));

    /// <summary>The sum with another map of the same shape.</summary>
    public static FeatureMap Plus(this FeatureMap map, params ReadOnlySpan<FeatureMap> others) =>
        others.Length == 0 ? map : map.Then(new Add(), others);

    /// <summary>The channels of this map, then those of the others.</summary>
    public static FeatureMap Concat(this FeatureMap map, params ReadOnlySpan<FeatureMap> others) =>
        others.Length == 0 ? map : map.Then(new Concat(), others);

    /// <summary>Each channel times its gate, C×1×1.</summary>
    public static FeatureMap Scale(this FeatureMap map, FeatureMap gate) => map.Then(new Scale(), gate);

    /// <summary>A vector of <paramref name="size"/> channels per token, of a map of token numbers.</summary>
    public static FeatureMap Embed(this FeatureMap map, string name, int tokens, int size) =>
        map.Then(new Embedding(map.Key(name), tokens, size));

    /// <summary>The map with a vector of its own added to each place.</summary>
    public static FeatureMap WithPositions(this FeatureMap map, string name) =>
        map.Then(new Positions(map.Key(name), map.Shape.Channels, map.Shape.Height * map.Shape.Width));

    /// <summary>Layer normalisation over the channels.</summary>
    public static FeatureMap LayerNorm(this FeatureMap map, string name) => map.Then(new LayerNorm(map.Key(name), map.Shape.Channels));

    /// <summary>Attention of this map, the queries; places whose token is padding are left out.</summary>
    public static FeatureMap Attend(this FeatureMap map, FeatureMap keys, FeatureMap values, int heads, FeatureMap? tokens = null) =>
        tokens is { } numbers ? map.Then(new Attention(heads), keys, values, numbers) : map.Then(new Attention(heads), keys, values);

    /// <summary>Mean over the places whose token is not padding.</summary>
    public static FeatureMap MeanOf(this FeatureMap map, FeatureMap tokens) => map.Then(new TokenMean(), tokens);

    /// <summary>The states of a recurrent cell that goes over the places.</summary>
    public static FeatureMap Recur(this FeatureMap map, string name, int channels, RecurrentCell cell) =>
        map.Then(new Recurrent(map.Key(name), map.Shape.Channels, channels, cell));

    /// <summary>Convolution, batch norm (<c>NAME.bn</c>) and a non-linearity.</summary>
    public static FeatureMap ConvBn(
        this FeatureMap map, string name, int channels, int kernel, ActivationKind? activation, int stride = 1, int groups = 1) =>
        map.Conv(name, channels, kernel, stride, groups: groups).BatchNorm(name + ".bn").Activate(activation);
}
