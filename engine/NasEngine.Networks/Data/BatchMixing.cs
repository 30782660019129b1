using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Mixes and erases the images of training batches; all is drawn from one source, which is made for the batch.</summary>
/// <param name="options">What is done.</param>
internal sealed class BatchMixing(MixingOptions options)
{
    private const int Attempts = 10;

    /// <summary>The changed batch; the one that it is made of is disposed.</summary>
    /// <param name="batch">Normalised images: their mean is 0.</param>
    /// <param name="random">Where all draws come from.</param>
    public Batch Apply(Batch batch, RandomSource random)
    {
        var erased = options.Erasing > 0 ? Erased(batch, random) : batch;
        var cut = options.CutMix > 0 && (options.MixUp == 0 || random.NextInt(2) == 1);
        return cut ? CutMixed(erased, Share(options.CutMix, random), random)
            : options.MixUp > 0 ? MixedUp(erased, Share(options.MixUp, random))
            : erased;
    }

    /// <summary>A draw from Beta(α, α), by Jöhnk's method: U^(1/α)/(U^(1/α) + V^(1/α)) where that sum is at most 1.</summary>
    internal static double Share(double alpha, RandomSource random)
    {
        while (true)
        {
            var (one, other) = (Math.Pow(random.NextDouble(), 1 / alpha), Math.Pow(random.NextDouble(), 1 / alpha));
            if (one + other is > 0 and <= 1)
            {
                return one / (one + other);
            }
        }
    }

    /// <summary>Each image blended with the next one of the batch.</summary>
    private static Batch MixedUp(Batch batch, double share)
    {
        using var scope = torch.NewDisposeScope();
        using var images = batch.Images;
        var mixed = images.Times(share).Add_(images.roll(1, 0), 1 - share);
        return Mixed(batch, scope.MoveToOuter(mixed), scope.MoveToOuter(batch.Labels.roll(1, 0)), share);
    }

    /// <summary>
    /// Each image with a rectangle of the next one of the batch, around a point that lies anywhere; the share is what stays.
    /// </summary>
    private static Batch CutMixed(Batch batch, double share, RandomSource random)
    {
        var (height, width) = ((int)batch.Images.shape[2], (int)batch.Images.shape[3]);
        var side = Math.Sqrt(1 - share);
        var rows = Around(random.NextInt(height), (int)Math.Round(height * side), height);
        var columns = Around(random.NextInt(width), (int)Math.Round(width * side), width);
        var mask = new float[height * width];
        Array.Fill(mask, 1);
        Clear(mask, width, rows, columns);
        using var scope = torch.NewDisposeScope();
        using var images = batch.Images;
        var kept = torch.tensor(mask, [1, 1, height, width], device: images.device);
        var mixed = images.mul(kept).Add_(images.roll(1, 0).mul(kept.eq(torch.zeros_like(kept))));
        var stays = 1 - ((double)(rows.End - rows.Start) * (columns.End - columns.Start) / (height * width));
        return Mixed(batch, scope.MoveToOuter(mixed), scope.MoveToOuter(batch.Labels.roll(1, 0)), stays);
    }

    private Batch Erased(Batch batch, RandomSource random)
    {
        var (count, height, width) = ((int)batch.Count, (int)batch.Images.shape[2], (int)batch.Images.shape[3]);
        var mask = new float[count * height * width];
        Array.Fill(mask, 1);
        for (var image = 0; image < count; image++)
        {
            if (random.NextDouble() < options.Erasing && Rectangle(height, width, random) is { } place)
            {
                Clear(mask.AsSpan(image * height * width, height * width), width, place.Rows, place.Columns);
            }
        }

        using var scope = torch.NewDisposeScope();
        using var images = batch.Images;
        return batch with { Images = scope.MoveToOuter(images.mul(torch.tensor(mask, [count, 1, height, width], device: images.device))) };
    }

    /// <summary>A rectangle of 2 to 33 % of an image, three times as wide as high at most and the other way round.</summary>
    private static ((int Start, int End) Rows, (int Start, int End) Columns)? Rectangle(int height, int width, RandomSource random)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var area = height * width * (0.02 + (0.31 * random.NextDouble()));
            var shape = Math.Exp(Math.Log(3) * ((2 * random.NextDouble()) - 1));
            var (tall, wide) = ((int)Math.Round(Math.Sqrt(area * shape)), (int)Math.Round(Math.Sqrt(area / shape)));
            if (tall >= 1 && wide >= 1 && tall < height && wide < width)
            {
                var (top, left) = (random.NextInt(height - tall + 1), random.NextInt(width - wide + 1));
                return ((top, top + tall), (left, left + wide));
            }
        }

        return null;
    }

    private static (int Start, int End) Around(int middle, int length, int size) =>
        (Math.Max(0, middle - (length / 2)), Math.Min(size, middle - (length / 2) + length));

    private static void Clear(Span<float> mask, int width, (int Start, int End) rows, (int Start, int End) columns)
    {
        for (var row = rows.Start; row < rows.End; row++)
        {
            mask[((row * width) + columns.Start)..((row * width) + columns.End)].Clear();
        }
    }

    private static Batch Mixed(Batch batch, torch.Tensor images, torch.Tensor others, double share) =>
        batch with { Images = images, OtherLabels = others, Share = share };
}
