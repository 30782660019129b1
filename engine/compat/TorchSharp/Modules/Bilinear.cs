using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>A bilinear form of two inputs per output feature.</summary>
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(Bilinear))
        {
            this.in1_features = in1_features;
            this.in2_features = in2_features;
            this.out_features = out_features;
            weight = new Parameter(empty([out_features, in1_features, in2_features], dtype, device));
            var bound = 1 / Math.Sqrt(in1_features);
            init.uniform_(weight, -bound, bound);
            if (!hasBias) return;
            bias = new Parameter(empty([out_features], dtype, device));
            init.uniform_(bias, -bound, bound);
        }

        public long in1_features { get; set; }

        public long in2_features { get; set; }

        public long out_features { get; set; }

        public Parameter weight
        {
            get => _weight!;
            set => _weight = Exchange(nameof(weight), _weight, value);
        }

        public Parameter? bias
        {
            get => _bias;
            set => _bias = Exchange(nameof(bias), _bias, value);
        }

        public override Tensor forward(Tensor input1, Tensor input2) => functional.bilinear(input1, input2, weight, bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Bilinear Bilinear(
                long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null,
                ScalarType? dtype = null) => new(in1_features, in2_features, out_features, hasBias, device, dtype);
        }
    }
}
