using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish() : base(nameof(Mish))
        {
        }

        public override Tensor forward(Tensor input) => nn.functional.mish(input);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Mish Mish() => new();

            public static partial class functional
            {
                public static Tensor mish(Tensor x) =>
                    Aten.mish.Call(x);
            }
        }
    }
}
