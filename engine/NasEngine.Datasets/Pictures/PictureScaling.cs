using System.Runtime.InteropServices;
using SkiaSharp;

namespace NasEngine.Datasets;

/// <summary>Brings pictures to the size of the data.</summary>
internal static class PictureScaling
{
    /// <summary>The picture as a square of a form's size.</summary>
    public static Picture To(this Picture picture, PictureForm form)
    {
        var (shorter, longer) = (Math.Min(picture.Width, picture.Height), Math.Max(picture.Width, picture.Height));
        var shaped = form.Method switch
        {
            ResizeMethod.Crop when shorter < longer => Centred(picture, shorter),
            ResizeMethod.Pad when shorter < longer => Centred(picture, longer),
            _ => picture,
        };
        return shaped.Width == form.Size && shaped.Height == form.Size ? shaped : Scaled(shaped, form.Size, Sampling(form.Filter));
    }

    private static Picture Centred(Picture picture, int side) =>
        picture.Square((picture.Width - side) / 2, (picture.Height - side) / 2, side);

    private static SKSamplingOptions Sampling(string filter) => filter switch
    {
        "nearest" => new SKSamplingOptions(SKFilterMode.Nearest, SKMipmapMode.None),
        "cubic" => new SKSamplingOptions(SKCubicResampler.Mitchell),
        _ => new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear),
    };

    private static Picture Scaled(Picture picture, int size, SKSamplingOptions sampling)
    {
        var scaled = new byte[size * size * Picture.PixelBytes];
        var (from, to) = (GCHandle.Alloc(picture.Pixels, GCHandleType.Pinned), GCHandle.Alloc(scaled, GCHandleType.Pinned));
        try
        {
            using var source = new SKPixmap(Info(picture.Width, picture.Height), from.AddrOfPinnedObject());
            using var target = new SKPixmap(Info(size, size), to.AddrOfPinnedObject());
            return source.ScalePixels(target, sampling)
                ? new Picture(size, size, scaled)
                : throw new InvalidDataException($"it cannot be brought to {size} × {size} pixels");
        }
        finally
        {
            from.Free();
            to.Free();
        }
    }

    private static SKImageInfo Info(int width, int height) => new(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
}
