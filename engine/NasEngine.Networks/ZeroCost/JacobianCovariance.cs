using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// jacob_cov (Mellor et al., arXiv 2006.04647v1, eq. 2): from the eigenvalues v of the correlations between the images' gradients of the
/// summed outputs by the input, −Σ (log(v + k) + 1/(v + k)) with k = 10⁻⁵. A network whose gradients differ from image to image scores
/// high.
/// </summary>
internal static class JacobianCovariance
{
    private const double Room = 1e-5;

    /// <summary>The score; not a number where a gradient is the same for all pixels, as that of a network that hands nothing on.</summary>
    public static double Of(ProxyCase one)
    {
        using var scope = torch.NewDisposeScope();
        using var network = one.Fresh();
        network.train();
        var images = one.Batch.Images.detach().clone().requires_grad_();
        network.forward(images).sum().backward();
        using var withoutGradients = torch.no_grad();
        return images.grad is { } gradient ? Score(gradient.reshape(one.Batch.Count, -1)) : double.NaN;
    }

    /// <summary>The score of gradients, images × pixels.</summary>
    internal static double Score(torch.Tensor gradients)
    {
        using var scope = torch.NewDisposeScope();
        var values = gradients.to(torch.ScalarType.Float64);
        var centred = values.Plus(values.mean([1], keepdim: true), -1);
        var deviation = centred.mul(centred).sum([1], keepdim: true).sqrt();
        var rows = centred.div(deviation);
        var correlations = rows.mm(rows.t());
        if (!double.IsFinite(correlations.sum().Number()))
        {
            return double.NaN;
        }

        return -torch.linalg.eigvalsh(correlations).cpu().data<double>().Sum(value => Math.Log(value + Room) + (1 / (value + Room)));
    }
}
