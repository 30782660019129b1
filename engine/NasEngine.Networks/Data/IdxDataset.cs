using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// A data set of four IDX files under the names of the MNIST database, each plain or with <c>.gz</c>, or both where they say the
/// same. Read when first asked for.
/// </summary>
internal sealed class IdxDataset : IDataset
{
    private readonly Lazy<Content> _content;

    /// <summary>Keeps the name of the folder; nothing is read yet.</summary>
    /// <param name="name">What people call the data.</param>
    /// <param name="folder">Where the four files are.</param>
    /// <param name="classes">Number of classes, 1 to 256; a label at or over it is refused.</param>
    public IdxDataset(string name, string folder, int classes)
    {
        Name = name;
        Classes = classes;
        _content = new Lazy<Content>(() => Load(folder));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <inheritdoc/>
    public string Hash => _content.Value.Hash;

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => _content.Value.Remarks;

    /// <inheritdoc/>
    public LabelledImages Train => _content.Value.Train;

    /// <inheritdoc/>
    public LabelledImages Test => _content.Value.Test;

    private Content Load(string folder)
    {
        var train = Part(folder, "train");
        var test = Part(folder, "t10k");
        if (train.Shape != test.Shape)
        {
            throw new InputException(
                $"The images in '{folder}' differ in size: training has {Size(train)}, test has {Size(test)}; they must be of one size.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { train, test })
        {
            hash.AppendData(part.Pixels.Span);
            hash.AppendData(part.Labels.ToArray().Select(label => (byte)label).ToArray());
        }

        return new Content(
            train, test, Convert.ToHexStringLower(
                hash.GetHashAndReset()), [.. Remark("training", train, folder), .. Remark("test", test, folder)]);
    }

    /// <summary>Says which classes have no images.</summary>
    private IEnumerable<string> Remark(string part, LabelledImages images, string folder)
    {
        var present = images.Labels.ToArray().Distinct().Order().ToArray();
        return present.Length == Classes ? [] :
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"The {part} images in '{folder}' are of {present.Length} of the {Classes} classes of {Name} only, "
                + $"{string.Join(", ", present)}: by chance alone an accuracy is about {1.0 / present.Length:0.##}."),
        ];
    }

    private LabelledImages Part(string folder, string prefix)
    {
        var (imagesPath, images) = IdxReader.ReadEither(Path.Combine(folder, prefix + "-images-idx3-ubyte"), 3);
        var (labelsPath, labels) = IdxReader.ReadEither(Path.Combine(folder, prefix + "-labels-idx1-ubyte"), 1);
        if (images.Count != labels.Count)
        {
            throw new InputException(
                $"Data file '{labelsPath}' has {labels.Count} labels for the {images.Count} images of '{imagesPath}'; there must be one "
                + $"for each.");
        }

        var wrong = Array.FindIndex(labels.Values, label => label >= Classes);
        if (wrong >= 0)
        {
            throw new InputException(
                $"Data file '{labelsPath}' has label {labels.Values[wrong]} at place {wrong}; labels of {Name} are from 0 to "
                + $"{Classes - 1}.");
        }

        return Classes < 2 || labels.Values.Any(label => label != labels.Values[0])
            ? new LabelledImages(new ImageShape(1, images.Dimensions[1], images.Dimensions[2]), images.Values, labels.Values)
            : throw new InputException(
                $"Data file '{labelsPath}' has label {labels.Values[0]} only, which any network gives right; "
                + "there must be images of at least two classes.");
    }

    private static string Size(LabelledImages images) => $"{images.Shape.Height} × {images.Shape.Width}";

    private sealed record Content(LabelledImages Train, LabelledImages Test, string Hash, ImmutableArray<string> Remarks);
}
