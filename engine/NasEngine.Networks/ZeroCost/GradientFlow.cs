using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// GraSP (Wang et al., ICLR 2020, arXiv 2002.07376, eq. 8; as a proxy, Abdelfattah et al., ICLR 2021, arXiv 2101.08134, section 3.1):
/// −Σ w · (H g) over convolutions and linear layers, g being the gradient of the loss at the first weights and H its Hessian. H g is the
/// gradient of g · stop(g).
/// </summary>
internal static class GradientFlow
{
    /// <summary>The score.</summary>
    public static double Of(ProxyCase one)
    {
        using var scope = torch.NewDisposeScope();
        using var network = one.Fresh();
        network.train();
        torch.Tensor[] weights = [.. one.Kernels.Select(weight => (torch.Tensor)network.Weights[weight.Name])];
        var loss = NetworkLoss.Of(network.forward(one.Batch.Images), one.Batch.Labels);
        var slopes = torch.autograd.grad([loss], weights, retain_graph: true, create_graph: true);
        torch.stack([.. slopes.Select(slope => slope.mul(slope.detach()).sum())]).sum().backward();
        using var withoutGradients = torch.no_grad();
        return -weights.Sum(weight => weight.grad is { } curved ? weight.mul(curved).sum().Number() : 0);
    }
}
