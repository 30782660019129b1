using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class LocalResponseNorm(long neighbours, double scale, double exponent, double offset) : ParameterLessModule<Tensor, Tensor>(nameof(LocalResponseNorm))
    {
        public long size { get; set; } = neighbours;

        public double alpha { get; set; } = scale;

        public double beta { get; set; } = exponent;

        public double k { get; set; } = offset;

        public override Tensor forward(Tensor input) => nn.functional.local_response_norm(input, size, alpha, beta, k);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LocalResponseNorm LocalResponseNorm(long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0) =>
                new(size, alpha, beta, k);

            public static partial class functional
            {
                /// <summary>Divides by (k + alpha · the mean square over neighbouring channels)^beta.</summary>
                public static Tensor local_response_norm(
                    Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
                {
                    if (input.ndim < 3)
                        throw new ArgumentException($"Invalid number of dimensions for LocalResponseNorm argument: {input.ndim}");
                    using var scope = NewDisposeScope();
                    var shape = input.shape;
                    long before = size / 2, after = (size - 1) / 2;
                    var squares = input.mul(input).unsqueeze(1);
                    var mean = shape.Length == 3
                        ? avg_pool2d(pad(squares, [0, 0, before, after]), [size, 1], [1, 1]).squeeze(1)
                        : avg_pool3d(
                            pad(squares.view(shape[0], 1, shape[1], shape[2], -1), [0, 0, 0, 0, before, after]), [size, 1, 1], [1, 1, 1])
                            .squeeze(1).view(shape);
                    return (input / mean.mul(alpha).add(k).pow(beta)).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
