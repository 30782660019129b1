using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _shape;
        private readonly double _eps;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal LayerNorm(long[] normalized_shape, double eps, bool affine, bool withBias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            _shape = normalized_shape;
            _eps = eps;
            if (!affine) return;
            weight = new Parameter(ones(normalized_shape, dtype, device));
            if (withBias) bias = new Parameter(zeros(normalized_shape, dtype, device));
        }

        public Parameter? weight
        {
            get => _weight;
            set => _weight = Exchange(nameof(weight), _weight, value);
        }

        public Parameter? bias
        {
            get => _bias;
            set => _bias = Exchange(nameof(bias), _bias, value);
        }

        public override Tensor forward(Tensor input) => functional.layer_norm(input, _shape, _weight, _bias, _eps);
    }

    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long _groups;
        private readonly double _eps;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            _groups = groups;
            _eps = eps;
            if (!affine) return;
            weight = new Parameter(ones(channels, dtype, device));
            bias = new Parameter(zeros(channels, dtype, device));
        }

        public Parameter? weight
        {
            get => _weight;
            set => _weight = Exchange(nameof(weight), _weight, value);
        }

        public Parameter? bias
        {
            get => _bias;
            set => _bias = Exchange(nameof(bias), _bias, value);
        }

        public override Tensor forward(Tensor input) => functional.group_norm(input, _groups, _weight, _bias, _eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static Modules.LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            public static Modules.GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null,
                ScalarType? dtype = null) => new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
