using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What a space's networks take and give: square images and a number of classes.</summary>
/// <param name="Channels">Channels of the images.</param>
/// <param name="Size">Height and width, pixels.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record ImageTask(int Channels, int Size, int Classes)
{
    /// <summary>ImageNet at 224×224.</summary>
    public static ImageTask ImageNet { get; } = new(3, 224, 1000);

    /// <summary>CIFAR-10.</summary>
    public static ImageTask Cifar { get; } = new(3, 32, 10);

    /// <summary>28×28 grey images of 10 classes, such as Fashion-MNIST: the mini scale.</summary>
    public static ImageTask Mini { get; } = new(1, 28, 10);

    /// <summary>Height of what is no square: 1 of sequences, whose length is the size; null for squares.</summary>
    public int? Height { get; init; }

    /// <summary>Shape of an image.</summary>
    public FeatureShape Input => new(Channels, Height ?? Size, Size);

    /// <summary>Reads the option <c>scale</c>: whether it is the mini scale.</summary>
    public static bool IsMini(OptionReader reader) =>
        reader.OneOf("scale", "paper", "The paper's scale, or mini for 28×28 images.", "paper", "mini") == "mini";

    /// <summary>Reads the options <c>inputChannels</c>, <c>inputSize</c> and <c>classes</c>.</summary>
    /// <exception cref="InputException">One is out of range.</exception>
    public static ImageTask Read(OptionReader reader, ImageTask fallback) => new(
        (int)reader.Integer("inputChannels", fallback.Channels, "Channels of the images.", 1, 1024),
        (int)reader.Integer("inputSize", fallback.Size, "Height and width of the images, pixels.", 1, 4096),
        (int)reader.Integer("classes", fallback.Classes, "Number of classes.", 1, 1_000_000));

    /// <summary>Reads the option <c>kernels</c>: odd sizes, which keep an image's size.</summary>
    /// <exception cref="InputException">One is not an odd number from 1 to 31.</exception>
    public static ImmutableArray<int> Kernels(OptionReader reader, IEnumerable<long> fallback, string summary)
    {
        ImmutableArray<int> kernels = [.. reader.Integers("kernels", fallback, summary, 1, 31).Select(kernel => (int)kernel)];
        return kernels.All(int.IsOddInteger) ? kernels : throw new InputException(
            $"Option 'kernels' is '{string.Join(',', kernels)}'; an even kernel does not keep an image's size, give odd ones.");
    }

    /// <summary>The text of option <c>macro</c>, or the scale's own table.</summary>
    public static string Table(OptionReader reader, string fallback, string columns)
    {
        var own = string.Join("; ", fallback.Split('\n', StringSplitOptions.TrimEntries));
        var text = reader.Text("macro", own, $"Rows of {columns} joined by ';', choices joined by '/'.");
        return text == own ? fallback : text;
    }
}
