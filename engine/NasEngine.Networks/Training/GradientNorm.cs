using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The norm of a whole gradient.</summary>
internal static class GradientNorm
{
    /// <summary>The Euclidean norm of all gradients together; 0 of none.</summary>
    public static double Of(IEnumerable<torch.Tensor> gradients)
    {
        using var scope = torch.NewDisposeScope();
        var norms = gradients.Select(gradient => gradient.norm()).ToArray();
        return norms.Length == 0 ? 0 : torch.stack(norms).norm().ToDouble();
    }

    /// <summary>Whether every number of every gradient is finite.</summary>
    public static bool IsFinite(IReadOnlyDictionary<string, torch.Tensor> gradients) => double.IsFinite(Of(gradients.Values));

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

        var tensors = gradients.ToArray();
        var norm = Of(tensors);
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
