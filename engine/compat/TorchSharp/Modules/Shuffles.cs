using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class PixelShuffle(long factor) : ParameterLessModule<Tensor, Tensor>(nameof(PixelShuffle))
    {
        public long upscale_factor { get; set; } = factor;

        public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
    }

    public sealed class PixelUnshuffle(long factor) : ParameterLessModule<Tensor, Tensor>(nameof(PixelUnshuffle))
    {
        public long downscale_factor { get; set; } = factor;

        public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);
    }

    public sealed class ChannelShuffle(long count) : ParameterLessModule<Tensor, Tensor>(nameof(ChannelShuffle))
    {
        public long groups { get; set; } = count;

        public override Tensor forward(Tensor input) => input.channel_shuffle(groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

            public static Modules.PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

            public static Modules.ChannelShuffle ChannelShuffle(long groups) => new(groups);

            public static partial class functional
            {
                public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Aten.pixel_shuffle.Call(input, upscale_factor);

                public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                    Aten.pixel_unshuffle.Call(input, downscale_factor);
            }
        }
    }
}
