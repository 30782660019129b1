using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The norm of a whole gradient.</summary>
internal static class GradientNorm
{
    /// <summary>The Euclidean norm of a flat gradient.</summary>
    public static double Of(torch.Tensor gradient)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        return gradient.norm().Number();
    }

    /// <summary>Whether every number of a gradient is finite.</summary>
    public static bool IsFinite(torch.Tensor gradient) => double.IsFinite(Of(gradient));

    /// <summary>
    /// Scales the gradient down when its Euclidean norm is over <paramref name="limit"/>; 0 is no limit. As torch's
    /// <c>clip_grad_norm_</c>.
    /// </summary>
    public static void Clip(torch.Tensor gradient, double limit)
    {
        if (limit > 0 && Of(gradient) is var norm && norm > limit)
        {
            gradient.Multiply_(limit / (norm + 1e-6));
        }
    }
}
