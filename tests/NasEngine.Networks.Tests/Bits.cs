using TorchSharp;

namespace NasEngine.Networks.Tests;

/// <summary>Tensors as bytes, to compare them bit for bit.</summary>
internal static class Bits
{
    public static byte[] Of(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().contiguous().bytes.ToArray();
    }

    public static byte[] Of(IReadOnlyDictionary<string, torch.Tensor> tensors) =>
        [.. tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => Of(pair.Value))];

    /// <summary>The largest magnitude.</summary>
    public static double Largest(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.abs().max().Number();
    }
}
