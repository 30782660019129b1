using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The memory format of images in which the channels of a pixel lie side by side.</summary>
public static class ChannelsLast
{
    /// <summary>The images in this format: themselves if they are in it, otherwise a copy.</summary>
    /// <param name="images">Batch × C × H × W.</param>
    public static torch.Tensor Of(torch.Tensor images)
    {
        var (shape, strides) = (images.shape, images.stride());
        var (channels, height, width) = (shape[1], shape[2], shape[3]);
        long[] wanted = [height * width * channels, 1, width * channels, channels];
        if (strides.AsSpan().SequenceEqual(wanted))
        {
            return images;
        }

        // Axes of length one leave permute and contiguous nothing to do, so the strides are written out.
        using var last = images.permute(0, 2, 3, 1);
        using var dense = last.contiguous();
        return dense.as_strided(shape, wanted);
    }
}
