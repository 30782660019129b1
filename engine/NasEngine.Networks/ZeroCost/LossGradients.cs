using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Proxies from the gradient of the loss at the first weights, on one batch, batch norms by the batch's statistics.</summary>
internal static class LossGradients
{
    /// <summary>
    /// Sum over convolutions and linear layers of ‖∂L/∂w‖₂ (Abdelfattah et al., ICLR 2021, arXiv 2101.08134, section 3.1).
    /// </summary>
    public static double GradientNorm(ProxyCase one) => Sum(one, (_, gradient) => Networks.GradientNorm.Of(gradient));

    /// <summary>
    /// Sum of |w · ∂L/∂w| over them (SNIP, Lee et al., ICLR 2019, arXiv 1810.02340, eq. 4, summed as by Abdelfattah et al.).
    /// </summary>
    public static double Snip(ProxyCase one) => Sum(one, (weight, gradient) => weight.mul(gradient).abs().sum().Number());

    private static double Sum(ProxyCase one, Func<torch.Tensor, torch.Tensor, double> term)
    {
        using var scope = torch.NewDisposeScope();
        using var network = one.Fresh();
        network.train();
        NetworkLoss.Of(network.forward(one.Batch.Images), one.Batch.Labels).backward();
        using var withoutGradients = torch.no_grad();
        return one.Kernels.Sum(
            weight => network.Weights[weight.Name] is var parameter && parameter.grad is { } gradient ? term(parameter, gradient) : 0);
    }
}
