using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Weights as the few even steps that they are kept in: symmetric, a step for each output channel (arXiv 1806.08342, section 2.2). The
/// gradient goes through as if they were not rounded (straight-through, arXiv 1308.3432).
/// </summary>
internal static class WeightRounding
{
    private const float LeastStep = 1e-8f;

    /// <summary>A weight of a convolution, [out, in/groups, height, width], as it is read.</summary>
    /// <param name="convolution">Whose.</param>
    /// <param name="weight">It, in float32.</param>
    /// <param name="type">What the convolution computes in.</param>
    /// <returns>Rounded, to be disposed of; null where the convolution reads floats.</returns>
    public static torch.Tensor? Of(Convolution convolution, torch.Tensor weight, torch.ScalarType type)
    {
        if (convolution.Bits == Convolution.FloatBits)
        {
            return null;
        }

        using var scope = torch.NewDisposeScope();
        var constant = weight.detach();
        var step = torch.maximum(
            constant.abs().amax([1, 2, 3], keepdim: true).div(Like(constant, convolution.Levels)), Like(constant, LeastStep));
        var rounded = constant.div(step).round().mul(step);
        var read = weight.requires_grad ? rounded.Plus(weight.sub(constant)) : rounded;
        return read.to(type).MoveToOuterDisposeScope();
    }

    private static torch.Tensor Like(torch.Tensor tensor, float number) => torch.tensor([number], tensor.dtype, tensor.device);
}
