using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1.0)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        public double beta { get; } = beta;

        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(reduction, beta);
        }
    }
}
