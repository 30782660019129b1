using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Random crops of the image with a black border, mirrored half the time (the standard augmentation of CIFAR networks, He et al.,
/// CVPR 2016, section 4.2, scaled to small images).
/// </summary>
/// <param name="random">Where the crops come from.</param>
/// <param name="border">Pixels that a crop may lie off the image, on each side.</param>
/// <param name="mirror">Whether half of the images are mirrored.</param>
/// <param name="further">What is done with each image afterwards; null for nothing.</param>
internal sealed class Augmentation(
    RandomSource random, int border = Augmentation.Border, bool mirror = true, RandAugment? further = null)
{
    /// <summary>The usual border.</summary>
    public const int Border = 2;

    /// <summary>A changed copy of the images of these numbers.</summary>
    /// <param name="pixels">All images: count × H × W × C bytes.</param>
    /// <param name="images">Which ones.</param>
    public torch.Tensor Pick(torch.Tensor pixels, ReadOnlySpan<int> images)
    {
        var (height, width) = ((int)pixels.shape[1], (int)pixels.shape[2]);
        var image = new long[images.Length];
        var rows = new long[images.Length * height];
        var columns = new long[images.Length * width];
        for (var i = 0; i < images.Length; i++)
        {
            image[i] = i;
            Crop(rows.AsSpan(i * height, height));
            Crop(columns.AsSpan(i * width, width));
            if (mirror && random.NextInt(2) == 1)
            {
                columns.AsSpan(i * width, width).Reverse();
            }
        }

        using var scope = torch.NewDisposeScope();
        var device = pixels.device;
        var picked = pixels.index_select(0, torch.tensor(images.ToArray().Select(number => (long)number).ToArray(), device: device));
        var framed = torch.nn.functional.pad(picked, [0, 0, border, border, border, border]);
        var moved = framed.index(
            torch.TensorIndex.Tensor(torch.tensor(image, [images.Length, 1, 1], device: device)),
            torch.TensorIndex.Tensor(torch.tensor(rows, [images.Length, height, 1], device: device)),
            torch.TensorIndex.Tensor(torch.tensor(columns, [images.Length, 1, width], device: device)));
        return scope.MoveToOuter(further is null ? moved : Changed(moved, further));
    }

    private torch.Tensor Changed(torch.Tensor images, RandAugment operations)
    {
        var shape = images.shape;
        var pixels = images.cpu().contiguous().data<byte>().ToArray();
        var size = (int)(shape[1] * shape[2] * shape[3]);
        for (var image = 0; image < shape[0]; image++)
        {
            operations.Apply(new PixelImage((int)shape[1], (int)shape[2], (int)shape[3], pixels.AsMemory(image * size, size)), random);
        }

        return torch.tensor(pixels, shape, device: images.device);
    }

    private void Crop(Span<long> places)
    {
        var start = random.NextInt((2 * border) + 1);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = start + i;
        }
    }
}
