using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Images at another size than that of the data.</summary>
internal static class Resizing
{
    /// <summary>
    /// The batch at a height and width, smaller ones as means over areas, larger ones bilinear; the batch itself when none is given.
    /// The batch it came from is disposed.
    /// </summary>
    public static Batch Scaled(this Batch batch, int? side)
    {
        if (side is not { } size || (batch.Images.shape[2] == size && batch.Images.shape[3] == size))
        {
            return batch;
        }

        using var images = batch.Images;
        var smaller = size < images.shape[2];
        return batch with
        {
            Images = torch.nn.functional.interpolate(
                images, [size, size], mode: smaller ? torch.InterpolationMode.Area : torch.InterpolationMode.Bilinear,
                align_corners: smaller ? null : false),
        };
    }
}
