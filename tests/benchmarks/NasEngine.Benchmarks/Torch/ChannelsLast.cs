using static TorchSharp.torch;

namespace NasEngine.Benchmarks.Torch;

internal static class ChannelsLast
{
    // The strides are written out: axes of length one leave permute and contiguous nothing to do, and libtorch then sees rows first.
    public static Tensor Of(Tensor value)
    {
        var (c, h, w) = (value.shape[1], value.shape[2], value.shape[3]);
        return value.permute(0, 2, 3, 1).contiguous().as_strided(value.shape, [h * w * c, 1, w * c, c]);
    }
}
