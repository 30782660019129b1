using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Bytes to floats of mean 0 and deviation 1 per channel.</summary>
internal sealed class Normalisation : IDisposable
{
    private readonly torch.Tensor _mean;
    private readonly torch.Tensor _scale;

    public Normalisation(PixelStatistics statistics, torch.Device device)
    {
        _mean = PerChannel(statistics.Mean, device);
        _scale = PerChannel([.. statistics.Deviation.Select(deviation => 1 / deviation)], device);
    }

    /// <summary>A new tensor of the same shape and memory layout.</summary>
    public torch.Tensor Apply(torch.Tensor bytes) => bytes.to(torch.ScalarType.Float32).sub_(_mean).mul_(_scale);

    /// <inheritdoc/>
    public void Dispose()
    {
        _mean.Dispose();
        _scale.Dispose();
    }

    private static torch.Tensor PerChannel(float[] values, torch.Device device)
    {
        using var vector = torch.tensor(values, device: torch.CPU);
        using var shaped = vector.view(1, values.Length, 1, 1);
        return shaped.to(device, copy: true).DetachFromDisposeScope();
    }
}
