using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class HuberLoss(double delta = 1.0, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        public double delta { get; } = delta;

        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.huber_loss(input, target, delta, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);
        }
    }
}
