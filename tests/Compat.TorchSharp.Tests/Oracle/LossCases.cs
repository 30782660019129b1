using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Losses for margins, counts, alignments and distances.</summary>
internal static class LossCases
{
    internal static IEnumerable<ParityCase> All =>
    [
        Op("cosine_embedding_loss", "F.cosine_embedding_loss(x[0], x[1], x[2].sign(), margin=0.1)", x => CosineEmbeddingLoss(0.1).call(x[0], x[1], x[2].sign()), R(6, 4), R(6, 4), Constant(6)),
        Op("hinge_embedding_loss", "F.hinge_embedding_loss(x[0], x[1].sign(), margin=0.5, reduction='sum')", x => HingeEmbeddingLoss(0.5, Reduction.Sum).call(x[0], x[1].sign()), R(6, 4), Constant(6, 4)),
        Op("hinge_embedding_loss of margin one", "F.hinge_embedding_loss(x[0], x[1].sign())", x => HingeEmbeddingLoss().call(x[0], x[1].sign()), R(6, 4), Constant(6, 4)),
        Op("multilabel_margin_loss", "F.multilabel_margin_loss(x[0], torch.tensor([[1, 0, -1, 2], [3, -1, 1, 1]]))",
            x => MultiLabelMarginLoss().call(x[0], tensor(new long[,] { { 1, 0, -1, 2 }, { 3, -1, 1, 1 } })), R(2, 4)),
        Op("multilabel_soft_margin_loss", "F.multilabel_soft_margin_loss(x[0], x[1].float(), x[2])", x => MultiLabelSoftMarginLoss(x[2]).call(x[0], x[1].@float()), R(6, 4), Mask(6, 4), Constant(4)),
        Op("multi_margin_loss", "F.multi_margin_loss(x[0], x[1], p=2, margin=0.8)", x => MultiMarginLoss(2, 0.8).call(x[0], x[1]), R(6, 5), Index(5, 6)),
        Op("poisson_nll_loss", "F.poisson_nll_loss(x[0], x[1], full=True)", x => PoissonNLLLoss(full: true).call(x[0], x[1]), R(6), Positive(6)),
        Op("soft_margin_loss", "F.soft_margin_loss(x[0], x[1].sign())", x => SoftMarginLoss().call(x[0], x[1].sign()), R(6, 4), Constant(6, 4)),
        Op("triplet_margin_loss", "F.triplet_margin_loss(x[0], x[1], x[2], margin=2.0, swap=True)", x => TripletMarginLoss(2.0, swap: true).call(x[0], x[1], x[2]), R(6, 4), R(6, 4), R(6, 4)),
        Op("triplet_margin_with_distance_loss", "F.triplet_margin_with_distance_loss(x[0], x[1], x[2], distance_function=lambda a, b: (a - b).abs().sum(1), swap=True)",
            x => TripletMarginWithDistanceLoss((a, b) => (a - b).abs().sum(1), swap: true).call(x[0], x[1], x[2]), R(6, 4), R(6, 4), R(6, 4)),
        Op("gaussian_nll_loss of each sample", "0.5 * (x[2].log() + (x[0] - x[1]).square() / x[2]).sum(1) + 2 * __import__('math').log(2 * torch.pi)",
            x => GaussianNLLLoss(true, reduction: Reduction.None).call(x[0], x[1], x[2]), D(6, 4), D(6, 4), new ParityInput([6, 4], ScalarType.Float64, (s, g) => rand(s, float64, generator: g).add(0.1), true)),
        Op("ctc_loss", "F.ctc_loss(x[0].log_softmax(2), x[1] + 1, torch.tensor([7, 6]), torch.tensor([3, 2]), reduction='sum')",
            x => CTCLoss(reduction: Reduction.Sum).call(x[0].log_softmax(2), x[1] + 1, tensor(new long[] { 7, 6 }), tensor(new long[] { 3, 2 })), R(7, 2, 5), Index(4, 2, 3)),
    ];
}
