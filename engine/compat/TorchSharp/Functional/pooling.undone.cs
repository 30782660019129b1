using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_unpool1d(
                Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                using var scope = NewDisposeScope();
                var size = UnpooledSize(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], output_size);
                return Aten.max_unpool2d.Call(input.unsqueeze(-1), indices.unsqueeze(-1), (long[])[size[0], 1]).squeeze(-1)
                    .MoveToOuterDisposeScope();
            }

            public static Tensor max_unpool2d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Aten.max_unpool2d.Call(input, indices, UnpooledSize(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], output_size));

            public static Tensor max_unpool3d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                stride ??= kernel_size;
                padding ??= [0, 0, 0];
                var size = UnpooledSize(input, kernel_size, stride, padding, output_size);
                return Aten.max_unpool3d.Call(input, indices, size, stride, padding);
            }

            /// <summary>The power average of windows: the mean of x^p, times the window's size, to the power of 1/p.</summary>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var mean = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode);
                return PowerOf(mean, kernel_size, norm_type).MoveToOuterDisposeScope();
            }

            public static Tensor lp_pool2d(
                Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var mean = avg_pool2d(input.pow(norm_type), kernel_size, stride, null, ceil_mode);
                return PowerOf(mean, kernel_size[0] * kernel_size[^1], norm_type).MoveToOuterDisposeScope();
            }

            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size, kernel_size], stride is { } s ? [s, s] : null, ceil_mode);

            private static Tensor PowerOf(Tensor mean, long window, double norm) =>
                (mean.sign() * mean.abs().relu()).mul(window).pow(1.0 / norm);

            /// <summary>The size that was pooled, when every window was full; or the one that is asked for, without leading axes.</summary>
            private static long[] UnpooledSize(Tensor input, long[] kernel, long[] stride, long[] padding, long[]? wanted)
            {
                var axes = kernel.Length;
                if (wanted is not null) return wanted.Length > axes ? wanted[^axes..] : wanted;
                var shape = input.shape;
                var size = new long[axes];
                for (var axis = 0; axis < axes; axis++)
                    size[axis] = ((shape[^(axes - axis)] - 1) * stride[axis]) + kernel[axis] - (2 * padding[axis]);
                return size;
            }
        }
    }
}
