using System.Runtime.InteropServices;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// All examples of a set on the device: copied there once, images as bytes, channels last. A batch is picked, made float and
/// normalised there; of a batch only its image numbers leave managed memory.
/// </summary>
internal sealed class ImageStore : IDisposable
{
    private readonly torch.Tensor _pixels;
    private readonly torch.Tensor _labels;
    private readonly Normalisation _normalisation;

    /// <summary>Copies the images.</summary>
    /// <param name="images">What to copy.</param>
    /// <param name="statistics">What to normalise by, usually that of the training images.</param>
    /// <param name="device">Where to.</param>
    public ImageStore(LabelledImages images, PixelStatistics statistics, torch.Device device)
    {
        var (channels, height, width) = images.Shape;
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        long[] shape = [images.Count, channels, height, width];
        var pixels = images.Values.IsEmpty
            ? Tensor(images.Pixels.Span, torch.ScalarType.Byte, shape)
            : Tensor(images.Values.Span, torch.ScalarType.Float32, shape);

        _pixels = scope.Detach(pixels.permute(0, 2, 3, 1).contiguous().to(device, copy: true));
        _labels = scope.Detach(statistics.Target is { } target
            ? Tensor<float>([.. images.Targets.ToArray().Select(
                number => (number - target.Mean) / target.Deviation)], torch.ScalarType.Float32, [images.Count]).to(device, copy: true)
            : Tensor(images.Labels.Span, torch.ScalarType.Int32, [images.Count]).to(torch.ScalarType.Int64, device));
        _normalisation = new Normalisation(statistics, device);
        Count = images.Count;
    }

    /// <summary>How many images.</summary>
    public int Count { get; }

    /// <summary>The images of these numbers, in this order; those that <paramref name="augmentation"/> made of them when given.</summary>
    public Batch Batch(ReadOnlySpan<int> images, Augmentation? augmentation = null)
    {
        using var scope = torch.NewDisposeScope();
        var numbers = new long[images.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = images[i];
        }

        var index = torch.tensor(numbers, device: _pixels.device);
        var picked = augmentation is null ? _pixels.index_select(0, index) : augmentation.Pick(_pixels, images);
        return new Batch(
            scope.Detach(_normalisation.Apply(picked.permute(0, 3, 1, 2))),
            scope.Detach(_labels.index_select(0, index)));
    }

    /// <summary>Variance of the numbers to learn of some examples, in variances of training.</summary>
    public double TargetVariance(int[] examples)
    {
        using var scope = torch.NewDisposeScope();
        using var index = torch.tensor(examples, device: _labels.device);
        return _labels.index_select(0, index).to(torch.ScalarType.Float64).var(unbiased: false).Number();
    }

    /// <summary>All images in order, in batches of at most <paramref name="size"/>.</summary>
    public IEnumerable<Batch> Batches(int[] images, int size)
    {
        for (var start = 0; start < images.Length; start += size)
        {
            yield return Batch(images.AsSpan(start, Math.Min(size, images.Length - start)));
        }
    }

    private static torch.Tensor Tensor<T>(ReadOnlySpan<T> values, torch.ScalarType type, long[] shape)
        where T : struct
    {
        var tensor = torch.empty(shape, type, torch.CPU);
        MemoryMarshal.AsBytes(values).CopyTo(tensor.bytes);
        return tensor;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels.Dispose();
        _labels.Dispose();
        _normalisation.Dispose();
    }
}
