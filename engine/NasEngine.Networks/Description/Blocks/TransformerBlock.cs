namespace NasEngine.Networks;

/// <summary>
/// A block of a transformer that normalises first: x + mixer(norm(x)), then x + MLP(norm(x)) with a GELU between its layers
/// (arXiv 2010.11929, eq. 2 and 3).
/// </summary>
/// <param name="Heads">Heads of the attention; 0 for a depthwise convolution of one row in its place.</param>
/// <param name="Width">Channels of queries, keys and values together in all heads, each; not read without heads.</param>
/// <param name="Kernel">Length of the convolution; not read with heads.</param>
/// <param name="Hidden">Channels between the layers of the MLP.</param>
public sealed record TransformerBlock(int Heads, int Width, int Kernel, int Hidden)
{
    /// <summary>Adds it behind a map; gives a map of the same shape.</summary>
    /// <param name="map">The map, at the place of the block.</param>
    /// <param name="tokens">Token numbers, where some are padding.</param>
    public FeatureMap AddTo(FeatureMap map, FeatureMap? tokens = null)
    {
        var mixed = map.Plus(Mixed(map.LayerNorm("norm1"), tokens));
        var hidden = mixed.LayerNorm("norm2").Conv("mlp.fc1", Hidden, 1, bias: true).Activate(ActivationKind.Gelu);
        return mixed.Plus(hidden.Conv("mlp.fc2", map.Shape.Channels, 1, bias: true));
    }

    private FeatureMap Mixed(FeatureMap map, FeatureMap? tokens)
    {
        var channels = map.Shape.Channels;
        if (Heads > 0)
        {
            var (keys, values) = (map.Conv("attention.key", Width, 1, bias: true), map.Conv("attention.value", Width, 1, bias: true));
            return map.Conv("attention.query", Width, 1, bias: true).Attend(keys, values, Heads, tokens)
                .Conv("attention.out", channels, 1, bias: true);
        }

        return map
            .Then(new Convolution(map.Key($"conv{Kernel}"), channels, channels, Kernel, 1, (Kernel - 1) / 2, 1, channels, true)
            {
                Form = KernelForm.Row,
            })
            .Conv("conv.out", channels, 1, bias: true);
    }
}
