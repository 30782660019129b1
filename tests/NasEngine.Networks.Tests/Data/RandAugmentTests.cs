using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Data;

/// <summary>RandAugment's operations, against torchvision 0.14 on the same images: sums of its pixels, each times its place.</summary>
public sealed class RandAugmentTests
{
    private static readonly Dictionary<string, Action<PixelImage>> Operations = new()
    {
        ["shearX"] = image => PixelWarps.ShearX(image, 0.27),
        ["shearY"] = image => PixelWarps.ShearY(image, -0.21),
        ["translate"] = image => PixelWarps.Translate(image, 2, -1),
        ["rotate"] = image => PixelWarps.Rotate(image, 27),
        ["brightness"] = image => PixelColours.Brightness(image, 1.63),
        ["saturation"] = image => PixelColours.Saturation(image, 0.37),
        ["contrast"] = image => PixelColours.Contrast(image, 1.45),
        ["sharpness"] = image => PixelColours.Sharpness(image, 1.72),
        ["posterize"] = image => PixelColours.Posterize(image, 3),
        ["solarize"] = image => PixelColours.Solarize(image, 102),
        ["stretch"] = PixelLevels.Stretch,
        ["equalize"] = PixelLevels.Equalize,
    };

    [Theory]
    [InlineData("shearX", 39675412, 12997184)]
    [InlineData("shearY", 41297157, 13886683)]
    [InlineData("translate", 42189858, 14044545)]
    [InlineData("rotate", 40011940, 12951076)]
    [InlineData("brightness", 68566390, 22582376)]
    [InlineData("saturation", 45572804, 15096292)]
    [InlineData("contrast", 46192897, 15297775)]
    [InlineData("sharpness", 46147184, 15215252)]
    [InlineData("posterize", 40009024, 13068800)]
    [InlineData("solarize", 31137176, 10314513)]
    [InlineData("stretch", 48364370, 16193862)]
    [InlineData("equalize", 56323316, 20391318)]
    public void An_operation_gives_the_pixels_of_torchvision(string operation, long colours, long grey)
    {
        Sum(operation, 3).Should().Be(colours);
        Sum(operation, 1).Should().Be(grey);
    }

    [Fact]
    public void Each_image_is_drawn_for_and_one_source_gives_one_image()
    {
        var changed = Enumerable.Range(0, 40).Select(number => Convert.ToHexString(Changed((ulong)number, 2))).ToArray();

        changed.Distinct().Should().HaveCountGreaterThan(30);
        Changed(7, 2).Should().Equal(Changed(7, 2));
        Changed(7, 0).Should().Equal(Image(3).Pixels.ToArray());
    }

    private static byte[] Changed(ulong seed, int operations)
    {
        var image = Image(3);
        new RandAugment(operations, 15).Apply(image, RandomSource.For(seed, 0, "operations"));
        return image.Pixels.ToArray();
    }

    private static long Sum(string operation, int channels)
    {
        var image = Image(channels);
        Operations[operation](image);
        return image.Pixels.ToArray().Select((value, place) => (long)((place % 251) + 1) * value).Sum();
    }

    private static PixelImage Image(int channels)
    {
        const int Side = 32;
        var pixels = new byte[Side * Side * channels];
        for (var place = 0; place < pixels.Length; place++)
        {
            var (y, x, c) = (place / channels / Side, place / channels % Side, place % channels);
            pixels[place] = (byte)((((c * 31) + (y * y * 3) + (x * x * 5)) % 200) + 20);
        }

        return new PixelImage(Side, Side, channels, pixels);
    }
}
