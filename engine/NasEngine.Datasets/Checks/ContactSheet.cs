using NasEngine.Contracts;
using SkiaSharp;

namespace NasEngine.Datasets;

/// <summary>A picture of a data set: a row per class, of the first examples of its training part as networks see them.</summary>
public static class ContactSheet
{
    private const int Columns = 12;
    private const int Rows = 24;
    private const int Cell = 48;
    private const int Gap = 2;

    /// <summary>Writes it as PNG.</summary>
    /// <param name="data">The data set, of images.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The data are no images, or the file cannot be written.</exception>
    public static void Write(IDataset data, string path)
    {
        var train = data.Train;
        if (train.Pixels.IsEmpty)
        {
            throw new InputException($"'{data.Name}' has no pictures of bytes; a contact sheet is of these.");
        }

        if (!path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException(
                $"A contact sheet is PNG, and '{path}' does not say so; name it '{Path.ChangeExtension(path, ".png")}'.");
        }

        var rows = Enumerable.Range(0, train.Count - train.ValidationCount).GroupBy(place => train.Labels.Span[place])
            .OrderBy(row => row.Key).Take(Rows).Select(row => row.Take(Columns).ToArray()).ToArray();
        using var sheet = new SKBitmap(new SKImageInfo((Columns * (Cell + Gap)) + Gap, (rows.Length * (Cell + Gap)) + Gap));
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(SKColors.White);
            for (var row = 0; row < rows.Length; row++)
            {
                for (var column = 0; column < rows[row].Length; column++)
                {
                    using var example = Example(train, rows[row][column]);
                    var (left, top) = (Gap + (column * (Cell + Gap)), Gap + (row * (Cell + Gap)));
                    canvas.DrawBitmap(example, new SKRect(left, top, left + Cell, top + Cell));
                }
            }
        }

        try
        {
            using var png = sheet.Encode(SKEncodedImageFormat.Png, 100);
            WholeFile.Write(path, png.SaveTo);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The contact sheet cannot be written to '{path}': {refused.Message}", refused);
        }
    }

    private static SKBitmap Example(LabelledImages images, int place)
    {
        var (channels, height, width) = images.Shape;
        var plane = height * width;
        var pixels = images.Pixels.Span.Slice(place * images.Shape.Size, images.Shape.Size);
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var pixel = 0; pixel < plane; pixel++)
        {
            var (red, green, blue) = channels < 3
                ? (pixels[pixel], pixels[pixel], pixels[pixel])
                : (pixels[pixel], pixels[plane + pixel], pixels[(2 * plane) + pixel]);
            bitmap.SetPixel(pixel % width, pixel / width, new SKColor(red, green, blue));
        }

        return bitmap;
    }
}
