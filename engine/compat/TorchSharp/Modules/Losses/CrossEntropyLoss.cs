using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class CrossEntropyLoss(
        Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0.0)
        : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        public long? ignore_index { get; } = ignore_index;

        public double label_smoothing { get; } = label_smoothing;

        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CrossEntropyLoss CrossEntropyLoss(
                Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);
        }
    }
}
