using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Fold((long, long) size, (long, long) kernel, (long, long) spread, (long, long) pad, (long, long) step) : ParameterLessModule<Tensor, Tensor>(nameof(Fold))
    {
        public (long, long) output_size { get; set; } = size;

        public (long, long) kernel_size { get; set; } = kernel;

        public (long, long) dilation { get; set; } = spread;

        public (long, long) padding { get; set; } = pad;

        public (long, long) stride { get; set; } = step;

        public override Tensor forward(Tensor input) =>
            nn.functional.fold(input, output_size, kernel_size, dilation, padding, stride);
    }

    public sealed class Unfold((long, long) kernel, (long, long) spread, (long, long) pad, (long, long) step) : ParameterLessModule<Tensor, Tensor>(nameof(Unfold))
    {
        public (long, long) kernel_size { get; set; } = kernel;

        public (long, long) dilation { get; set; } = spread;

        public (long, long) padding { get; set; } = pad;

        public (long, long) stride { get; set; } = step;

        public override Tensor forward(Tensor input) => nn.functional.unfold(input, kernel_size, dilation, padding, stride);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Fold Fold(long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Modules.Fold Fold(
                (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                new(output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static Modules.Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Modules.Unfold Unfold(
                (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static partial class functional
            {
                public static Tensor fold(
                    Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                    fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

                public static Tensor fold(
                    Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                    (long, long)? padding = null, (long, long)? stride = null) =>
                    Aten.col2im.Call(
                        input, Pair(output_size, 0), Pair(kernel_size, 0), Pair(dilation, 1), Pair(padding, 0), Pair(stride, 1));

                public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                    unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

                public static Tensor unfold(
                    Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                    (long, long)? stride = null) =>
                    Aten.im2col.Call(input, Pair(kernel_size, 0), Pair(dilation, 1), Pair(padding, 0), Pair(stride, 1));
            }
        }
    }
}
