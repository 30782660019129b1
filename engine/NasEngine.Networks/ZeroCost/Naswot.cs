using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// NASWOT (Mellor et al., ICML 2021, arXiv 2006.04647, section 3): log |det K| of the kernel of the images' activation codes, where K_ij
/// counts the rectified units, over all layers, that are on for both images or off for both. Images that a fresh network tells apart well
/// make a large determinant. A unit is on where its non-linearity gives more than 0; sigmoids and tanh are none that rectify and do not
/// count.
/// </summary>
internal static class Naswot
{
    /// <summary>The score; −∞ where two images have one code.</summary>
    public static double Of(ProxyCase one)
    {
        var images = (int)one.Batch.Count;
        var kernel = new double[images, images];
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        using var network = one.Fresh();
        network.train();
        new NetworkPlan(one.Spec).Run(one.Batch.Images, network, (node, output) =>
        {
            if (node.Operation is Activation { Function: not (
                ActivationKind.Sigmoid or ActivationKind.HardSigmoid or ActivationKind.Tanh) })
            {
                Count(kernel, output);
            }

            return output;
        });
        return LogDeterminant(kernel);
    }

    /// <summary>Adds to a kernel how many units of a layer are alike, for every two images.</summary>
    /// <param name="kernel">Images × images.</param>
    /// <param name="output">What the non-linearity gives: images × C × H × W.</param>
    internal static void Count(double[,] kernel, torch.Tensor output)
    {
        using var scope = torch.NewDisposeScope();
        var images = kernel.GetLength(0);
        var codes = output.greater(torch.zeros_like(output)).to(torch.ScalarType.Float32).reshape(images, -1);
        var units = codes.shape[1];
        var both = codes.mm(codes.t()).cpu().data<float>().ToArray();
        for (var i = 0; i < images; i++)
        {
            for (var j = 0; j < images; j++)
            {
                // On for both, and the units that are on for neither.
                kernel[i, j] += units - both[(i * images) + i] - both[(j * images) + j] + (2 * both[(i * images) + j]);
            }
        }
    }

    /// <summary>log |det|; −∞ of a singular one.</summary>
    internal static double LogDeterminant(double[,] kernel)
    {
        using var scope = torch.NewDisposeScope();
        return torch.linalg.slogdet(torch.tensor(kernel)).Item2.Number();
    }
}
