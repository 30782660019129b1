using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class CosineSimilarity(long axis, double least) : nn.Module<Tensor, Tensor, Tensor>(nameof(CosineSimilarity))
    {
        public long dim { get; set; } = axis;

        public double eps { get; set; } = least;

        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.cosine_similarity(input1, input2, dim, eps);
    }

    public sealed class PairwiseDistance(double p, double least, bool keep) : nn.Module<Tensor, Tensor, Tensor>(nameof(PairwiseDistance))
    {
        public double norm { get; set; } = p;

        public double eps { get; set; } = least;

        public bool keepdim { get; set; } = keep;

        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => new(dim, eps);

            public static Modules.PairwiseDistance PairwiseDistance(double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                new(p, eps, keepdim);

            public static partial class functional
            {
                public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                    Aten.cosine_similarity.Call(x1, x2, dim, eps);

                public static Tensor pairwise_distance(
                    Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                    Aten.pairwise_distance.Call(input1, input2, p, eps, keepdim);
            }
        }
    }
}
