using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class MarginRankingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean)
        : Loss<Tensor, Tensor, Tensor, Tensor>(reduction)
    {
        public double margin { get; } = margin;

        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MarginRankingLoss MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) => new(margin, reduction);
        }
    }
}
