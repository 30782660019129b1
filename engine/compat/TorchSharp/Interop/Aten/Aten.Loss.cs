namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op cross_entropy_loss = new("cross_entropy_loss");
    internal static readonly Op nll_loss_nd = new("nll_loss_nd");
    internal static readonly Op mse_loss = new("mse_loss");
    internal static readonly Op l1_loss = new("l1_loss");
    internal static readonly Op smooth_l1_loss = new("smooth_l1_loss");
    internal static readonly Op huber_loss = new("huber_loss");
    internal static readonly Op kl_div = new("kl_div");
    internal static readonly Op binary_cross_entropy = new("binary_cross_entropy");
    internal static readonly Op binary_cross_entropy_with_logits = new("binary_cross_entropy_with_logits");
    internal static readonly Op cosine_embedding_loss = new("cosine_embedding_loss");
    internal static readonly Op margin_ranking_loss = new("margin_ranking_loss");
    internal static readonly Op triplet_margin_loss = new("triplet_margin_loss");
    internal static readonly Op hinge_embedding_loss = new("hinge_embedding_loss");
    internal static readonly Op poisson_nll_loss = new("poisson_nll_loss");
    internal static readonly Op soft_margin_loss = new("soft_margin_loss");
    internal static readonly Op ctc_loss_Tensor = new("ctc_loss", "Tensor");
    internal static readonly Op multilabel_margin_loss = new("multilabel_margin_loss");
    internal static readonly Op multi_margin_loss = new("multi_margin_loss");
}
