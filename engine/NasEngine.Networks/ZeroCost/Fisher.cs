using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Fisher (Turner et al., ICLR 2020, arXiv 1906.04113, eq. 8; as a proxy, Abdelfattah et al., ICLR 2021, arXiv 2101.08134, section 3.1):
/// Σ over the channels z that convolutions and linear layers give of ½ · mean over the images of (Σ_pixels z · ∂L/∂z)². That inner sum is
/// the slope of the loss by a factor of that channel and image, at 1.
/// </summary>
internal static class Fisher
{
    /// <summary>The score.</summary>
    public static double Of(ProxyCase one)
    {
        using var scope = torch.NewDisposeScope();
        using var network = one.Fresh();
        network.train();
        var factors = new List<torch.Tensor>();
        var logits = new NetworkPlan(one.Spec).Run(one.Batch.Images, network, (node, output) =>
        {
            if (node.Operation is not (Convolution or Linear))
            {
                return output;
            }

            var shape = output.shape;
            factors.Add(torch.ones([shape[0], shape[1], .. Enumerable.Repeat(1L, shape.Length - 2)], device: one.Device).requires_grad_());
            return output.mul(factors[^1]);
        });
        NetworkLoss.Of(logits, one.Batch.Labels).backward();
        using var withoutGradients = torch.no_grad();
        return factors.Sum(factor => factor.grad is { } slopes ? slopes.mul(slopes).sum().Number() / (2 * slopes.shape[0]) : 0);
    }
}
