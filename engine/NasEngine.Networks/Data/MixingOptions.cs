using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>How the images of training batches are mixed and erased.</summary>
/// <param name="MixUp">
/// α of Beta(α, α), the share of the image itself in a blend with another (mixup, arXiv 1710.09412); 0 for none.
/// </param>
/// <param name="CutMix">
/// α of Beta(α, α), the share of the image that stays when a rectangle of another is put on it (CutMix, arXiv 1905.04899).
/// </param>
/// <param name="Erasing">How often a rectangle of an image becomes its mean (random erasing, arXiv 1708.04896).</param>
internal sealed record MixingOptions(double MixUp, double CutMix, double Erasing)
{
    /// <summary>Whether there is anything to do.</summary>
    public bool Any => MixUp > 0 || CutMix > 0 || Erasing > 0;

    /// <summary>Reads them.</summary>
    public static MixingOptions Read(OptionReader options) => new(
        options.Number(
            "mixUp", 0, "Blend images and labels of a batch in pairs, shares drawn from Beta(α, α): this is α, usually 0.2; 0 for none",
            min: 0, max: 1),
        options.Number(
            "cutMix", 0,
            "Put a rectangle of another image on each, its size drawn from Beta(α, α): this is α, usually 1; with mixUp, each in every "
            + "second batch by chance", min: 0, max: 1),
        options.Number("erasing", 0, "How often a rectangle of an image, 2 to 33 % of it, becomes its mean; usually 0.25", min: 0, max: 1));
}
