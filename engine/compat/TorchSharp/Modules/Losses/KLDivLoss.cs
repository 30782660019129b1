using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        public bool log_target { get; } = log_target;

        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.kl_div(input, target, log_target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);
        }
    }
}
