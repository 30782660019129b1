using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class RReLU(double low, double high, bool inPlace) : ParameterLessModule<Tensor, Tensor>(nameof(RReLU))
    {
        public double lower { get; set; } = low;

        public double upper { get; set; } = high;

        public bool inplace { get; set; } = inPlace;

        public override Tensor forward(Tensor input) => nn.functional.rrelu(input, lower, upper, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            private const double OneEighth = 1.0 / 8.0;
            private const double OneThird = 1.0 / 3.0;

            public static Modules.RReLU RReLU(double lower = OneEighth, double upper = OneThird, bool inplace = false) =>
                new(lower, upper, inplace);

            public static partial class functional
            {
                public static Tensor rrelu(Tensor x, double lower = OneEighth, double upper = OneThird, bool inplace = false) =>
                    inplace ? x.rrelu_(lower, upper).alias() : x.rrelu(lower, upper);
            }
        }
    }
}
