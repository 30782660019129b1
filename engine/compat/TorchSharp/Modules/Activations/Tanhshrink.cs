using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanhshrink() : base(nameof(Tanhshrink))
        {
        }

        public override Tensor forward(Tensor input) => nn.functional.tanhshrink(input);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Tanhshrink Tanhshrink() => new();

            public static partial class functional
            {
                public static Tensor tanhshrink(Tensor x) =>
                    x - x.tanh();
            }
        }
    }
}
