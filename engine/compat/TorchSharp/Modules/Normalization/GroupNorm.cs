using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            num_groups = groups;
            this.eps = eps;
            this.affine = affine;
            if (!affine) return;
            weight = new Parameter(ones(channels, dtype, device));
            bias = new Parameter(zeros(channels, dtype, device));
        }

        public long num_groups { get; set; }

        public double eps { get; set; }

        public bool affine { get; set; }

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

        public override Tensor forward(Tensor input) => input.ndim >= 3
            ? functional.group_norm(input, num_groups, _weight, _bias, eps)
            : throw new ArgumentException($"GroupNorm expects 3 dimensions or more, but got {input.ndim} of shape [{string.Join(", ", input.shape)}].");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null,
                ScalarType? dtype = null) => new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
