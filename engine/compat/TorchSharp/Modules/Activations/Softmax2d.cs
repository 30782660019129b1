using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Softmax2d() : ParameterLessModule<Tensor, Tensor>(nameof(Softmax2d))
    {
        public override Tensor forward(Tensor input) => nn.functional.softmax2d(input);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softmax2d Softmax2d() => new();

            public static partial class functional
            {
                public static Tensor softmax2d(Tensor x) => x.softmax(-3);
            }
        }
    }
}
