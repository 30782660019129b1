using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Normalises every channel of every instance by its own mean and variance.</summary>
    public abstract class InstanceNorm : NormBase
    {
        protected InstanceNorm(
            long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
            string name)
            : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name)
        {
        }

        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            var channels = (int)(input.ndim - GetNumberOfBatchDimensions());
            if (input.size(channels) != num_features)
                throw new ArgumentException($"expected input's size at dim={channels} to match num_features ({num_features}), but got: {input.size(channels)}.");
            if (channels > 0) return Normalize(input);
            using var scope = NewDisposeScope();
            return Normalize(input.unsqueeze(0)).squeeze(0).MoveToOuterDisposeScope();
        }

        /// <summary>How many axes an input without a batch has.</summary>
        protected abstract long GetNumberOfBatchDimensions();

        protected override void ValidateInputDimensions(Tensor input)
        {
            var axes = GetNumberOfBatchDimensions();
            if (input.ndim != axes && input.ndim != axes + 1)
                throw new ArgumentException($"expected {axes}D or {axes + 1}D input, but got {input.ndim}D input.");
        }

        private Tensor Normalize(Tensor input) => nn.functional.instance_norm(
            input, running_mean, running_var, affine ? weight : null, bias, training || !track_running_stats, momentum ?? 0.1, eps);
    }

    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d(long features, double eps, double? momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(features, eps, momentum, affine, track, device, dtype, nameof(InstanceNorm1d))
        {
        }

        protected override long GetNumberOfBatchDimensions() => 2;
    }

    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(long features, double eps, double? momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(features, eps, momentum, affine, track, device, dtype, nameof(InstanceNorm2d))
        {
        }

        protected override long GetNumberOfBatchDimensions() => 3;
    }

    public sealed class InstanceNorm3d : InstanceNorm
    {
        internal InstanceNorm3d(long features, double eps, double? momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(features, eps, momentum, affine, track, device, dtype, nameof(InstanceNorm3d))
        {
        }

        protected override long GetNumberOfBatchDimensions() => 4;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.InstanceNorm1d InstanceNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static Modules.InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static Modules.InstanceNorm3d InstanceNorm3d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
