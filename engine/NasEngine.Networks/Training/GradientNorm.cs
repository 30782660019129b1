using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The norm of a whole gradient.</summary>
internal static class GradientNorm
{
    /// <summary>Whether every number of every gradient is finite.</summary>
    public static bool IsFinite(IReadOnlyDictionary<string, torch.Tensor> gradients)
    {
        using var scope = torch.NewDisposeScope();
        return double.IsFinite(torch.stack(gradients.Values.Select(gradient => gradient.norm())).norm().ToDouble());
    }

    /// <summary>
    /// Scales the gradients down together when their Euclidean norm is over <paramref name="limit"/>; 0 is no limit. As
    /// torch's <c>clip_grad_norm_</c>.
    /// </summary>
    public static void Clip(IEnumerable<torch.Tensor> gradients, double limit)
    {
        if (limit <= 0)
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        var tensors = gradients.ToArray();
        var norm = torch.stack(tensors.Select(gradient => gradient.norm())).norm().ToDouble();
        if (norm <= limit)
        {
            return;
        }

        foreach (var gradient in tensors)
        {
            gradient.mul_(limit / (norm + 1e-6));
        }
    }
}
