using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Dropout of what the classifier reads (Srivastava et al., JMLR 2014), in the form that scales what is left.</summary>
/// <param name="Share">Share of the features that is dropped, in (0, 1).</param>
/// <param name="Seed">The search's seed.</param>
/// <param name="Number">Number of the step.</param>
public sealed record FeatureDropout(double Share, ulong Seed, long Number)
{
    /// <summary>The features with some at 0, the others divided by the share that is left.</summary>
    /// <param name="features">Batch × features.</param>
    public torch.Tensor Of(torch.Tensor features)
    {
        using var generator = new torch.Generator(RandomSource.Key(Seed, Number, "dropout"));
        using var host = torch.empty(features.shape, torch.ScalarType.Float32, torch.CPU).bernoulli_(1 - Share, generator);
        using var kept = host.to(features.device).Multiply_(1 / (1 - Share));
        return features.mul(kept);
    }
}
