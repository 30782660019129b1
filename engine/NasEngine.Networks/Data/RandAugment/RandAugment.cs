using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// RandAugment (Cubuk et al., arXiv 1909.13719, section 3): each image goes through a number of operations, each drawn evenly from
/// fourteen, all at one magnitude, whose direction is drawn where it has one. Operations and their ranges are those of torchvision.
/// </summary>
/// <param name="operations">N, how many operations an image goes through.</param>
/// <param name="magnitude">M, from 0 to <see cref="Largest"/>.</param>
internal sealed class RandAugment(int operations, int magnitude)
{
    /// <summary>The largest magnitude.</summary>
    public const int Largest = 30;

    private const int Bits = 8;

    private static readonly ImmutableArray<(bool Signed, Action<PixelImage, double> Apply)> Operations =
    [
        (false, (_, _) => { }),
        (true, (image, share) => PixelWarps.ShearX(image, 0.3 * share)),
        (true, (image, share) => PixelWarps.ShearY(image, 0.3 * share)),
        (true, (image, share) => PixelWarps.Translate(image, (int)(150.0 / 331 * image.Width * share), 0)),
        (true, (image, share) => PixelWarps.Translate(image, 0, (int)(150.0 / 331 * image.Height * share))),
        (true, (image, share) => PixelWarps.Rotate(image, 30 * share)),
        (true, (image, share) => PixelColours.Brightness(image, 1 + (0.9 * share))),
        (true, (image, share) => PixelColours.Saturation(image, 1 + (0.9 * share))),
        (true, (image, share) => PixelColours.Contrast(image, 1 + (0.9 * share))),
        (true, (image, share) => PixelColours.Sharpness(image, 1 + (0.9 * share))),
        (false, (image, share) => PixelColours.Posterize(image, Bits - (int)Math.Round(share * Bits / 2))),
        (false, (image, share) => PixelColours.Solarize(image, 255 * (1 - share))),
        (false, (image, _) => PixelLevels.Stretch(image)),
        (false, (image, _) => PixelLevels.Equalize(image)),
    ];

    /// <summary>Changes an image in place.</summary>
    /// <param name="image">The image.</param>
    /// <param name="random">Where all draws come from.</param>
    public void Apply(PixelImage image, RandomSource random)
    {
        for (var operation = 0; operation < operations; operation++)
        {
            var (signed, apply) = Operations[random.NextInt(Operations.Length)];
            var share = (double)magnitude / Largest;
            apply(image, signed && random.NextInt(2) == 1 ? -share : share);
        }
    }
}
