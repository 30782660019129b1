using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
    {
        internal Softsign() : base(nameof(Softsign))
        {
        }

        public override Tensor forward(Tensor input) => nn.functional.softsign(input);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softsign Softsign() => new();

            public static partial class functional
            {
                public static Tensor softsign(Tensor x) =>
                    x / (x.abs() + 1);
            }
        }
    }
}
