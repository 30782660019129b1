using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>Batches of random images with random labels.</summary>
internal static class ToyBatches
{
    /// <summary>A batch in the current dispose scope.</summary>
    public static Batch Of(int count, INetworkSpace space, string purpose = "batch")
    {
        var random = RandomSource.For(7, 0, purpose);
        var pixels = Enumerable.Range(0, (int)(count * space.Input.Count)).Select(_ => (float)random.NextGaussian()).ToArray();
        var labels = Enumerable.Range(0, count).Select(_ => (long)random.NextInt(space.Classes)).ToArray();
        return new Batch(torch.tensor(pixels, [count, 1, space.Input.Height, space.Input.Width]), torch.tensor(labels));
    }
}
