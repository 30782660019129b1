namespace NasEngine.Strategies.Probabilistic;

/// <summary>How many architectures a step samples.</summary>
internal interface ISampleSize
{
    /// <summary>K, when the distribution has this entropy in nats.</summary>
    int At(double entropy);
}

/// <summary>PARSEC: always the same K.</summary>
internal sealed record FixedSamples(int Samples) : ISampleSize
{
    /// <inheritdoc/>
    public int At(double entropy) => Samples;
}

/// <summary>
/// FP-NAS: K = λ·H, rounded down, at least <paramref name="Fewest"/> (adaptive sampling, arXiv 2011.10949). Rounded down since λ = ¼
/// is published with K = 14 at the start of FBNetV2-F, whose 6·10²⁵ architectures have an entropy of 59.4 nats.
/// </summary>
internal sealed record EntropySamples(double Lambda, int Fewest) : ISampleSize
{
    /// <inheritdoc/>
    public int At(double entropy) => Math.Max(Fewest, (int)Math.Floor(Lambda * entropy));
}
