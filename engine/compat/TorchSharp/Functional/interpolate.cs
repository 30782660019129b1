using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public enum UpsampleMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
    }

    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
        NearestExact = 6,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var axes = (int)x.ndim - 2;
                if (size is null == scale_factor is null)
                    throw new ArgumentException("exactly one of size and scale_factor must be given");
                var sizes = Repeat(size, axes);
                var scales = Repeat(scale_factor, axes);
                if (scales is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    sizes = scales.Select((scale, axis) => (long)Math.Floor(x.shape[axis + 2] * scale)).ToArray();
                    scales = null;
                }

                var align = align_corners ?? false;
                return (mode, axes) switch
                {
                    (InterpolationMode.Bilinear, 2) when antialias => Aten._upsample_bilinear2d_aa_vec.Call(x, sizes, align, scales),
                    (InterpolationMode.Bicubic, 2) when antialias => Aten._upsample_bicubic2d_aa_vec.Call(x, sizes, align, scales),
                    _ when antialias => throw new ArgumentException("antialias is for the modes Bilinear and Bicubic of 4-D inputs"),
                    (InterpolationMode.Nearest, 1) => Aten.upsample_nearest1d_vec.Call(x, sizes, scales),
                    (InterpolationMode.Nearest, 2) => Aten.upsample_nearest2d_vec.Call(x, sizes, scales),
                    (InterpolationMode.Nearest, 3) => Aten.upsample_nearest3d_vec.Call(x, sizes, scales),
                    (InterpolationMode.NearestExact, 1) => Aten._upsample_nearest_exact1d_vec.Call(x, sizes, scales),
                    (InterpolationMode.NearestExact, 2) => Aten._upsample_nearest_exact2d_vec.Call(x, sizes, scales),
                    (InterpolationMode.NearestExact, 3) => Aten._upsample_nearest_exact3d_vec.Call(x, sizes, scales),
                    (InterpolationMode.Linear, 1) => Aten.upsample_linear1d_vec.Call(x, sizes, align, scales),
                    (InterpolationMode.Bilinear, 2) => Aten.upsample_bilinear2d_vec.Call(x, sizes, align, scales),
                    (InterpolationMode.Bicubic, 2) => Aten.upsample_bicubic2d_vec.Call(x, sizes, align, scales),
                    (InterpolationMode.Trilinear, 3) => Aten.upsample_trilinear3d_vec.Call(x, sizes, align, scales),
                    (InterpolationMode.Area, 1) => Aten.adaptive_avg_pool1d.Call(x, sizes),
                    (InterpolationMode.Area, 2) => Aten.adaptive_avg_pool2d.Call(x, sizes),
                    (InterpolationMode.Area, 3) => Aten.adaptive_avg_pool3d.Call(x, sizes),
                    _ => throw new ArgumentException($"interpolation mode {mode} does not fit an input of {x.ndim} dimensions"),
                };
            }

            public static Tensor upsample(
                Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            public static Tensor upsample_nearest(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            public static Tensor upsample_bilinear(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            private static T[]? Repeat<T>(T[]? values, int count) =>
                values is { Length: 1 } && count > 1 ? Enumerable.Repeat(values[0], count).ToArray() : values;
        }
    }
}
