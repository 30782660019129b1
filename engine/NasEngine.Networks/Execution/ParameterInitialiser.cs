using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// First values of weights, by role: convolutions He-normal by fan-in (He et al., ICCV 2015, eq. 10), linear layers
/// normal with deviation 1/√in, scales of batch norms 1, every bias 0. A function of (seed, trial, name, shape).
/// </summary>
internal static class ParameterInitialiser
{
    /// <summary>A new tensor with the first values of a weight, in no dispose scope.</summary>
    public static torch.Tensor Create(Weight weight, ulong seed, long trial, torch.Device device)
    {
        long[] shape = [.. weight.Shape.Select(size => (long)size)];
        if (shape.Length == 1)
        {
            return (weight.Name.EndsWith(".weight", StringComparison.Ordinal)
                ? torch.ones(shape, torch.ScalarType.Float32, device)
                : torch.zeros(shape, torch.ScalarType.Float32, device)).DetachFromDisposeScope();
        }

        double fanIn = weight.Count / weight.Shape[0];
        using var generator = new torch.Generator(RandomSource.Key(seed, trial, "weights of " + weight.Name));
        using var values =
            torch.empty(shape, torch.ScalarType.Float32, torch.CPU).normal_(0, Math.Sqrt((shape.Length == 2 ? 1 : 2) / fanIn), generator);
        return values.to(device, copy: true).DetachFromDisposeScope();
    }
}
