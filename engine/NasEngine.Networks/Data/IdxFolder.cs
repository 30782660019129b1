using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// A data set of IDX files under any names: MNIST, EMNIST, KMNIST and their like, of up to 256 classes numbered from anywhere, grey
/// (rank 3) or with 3 or 4 channels, first or last (rank 4). Read when first asked for.
/// </summary>
/// <param name="folder">Where the files are.</param>
internal sealed class IdxFolder(string folder) : IDataset
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "idx";

    private static readonly string[] TestNames = ["t10k", "test"];
    private readonly Lazy<Content> _content = new(() => Load(folder));

    /// <inheritdoc/>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    /// <inheritdoc/>
    public int Classes => _content.Value.Classes.Length;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _content.Value.Classes;

    /// <inheritdoc/>
    public string Hash => _content.Value.Hash;

    /// <inheritdoc/>
    public LabelledImages Train => _content.Value.Train;

    /// <inheritdoc/>
    public LabelledImages Test => _content.Value.Test;

    /// <summary>Reads the folder that holds the files.</summary>
    public static string Read(OptionReader options) => options.Text(
        IDataset.FolderOption, "",
        "Folder of four IDX files, plain or .gz: images and labels, for training and, named t10k or test, for the test");

    private static Content Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"The data folder '{folder}' does not exist; name a folder of four IDX files: Data.Idx(\"mnist\").");
        }

        var (train, trainLabels) = Part(folder, isTest: false);
        var (test, testLabels) = Part(folder, isTest: true);
        byte[] numbers = [.. trainLabels.Distinct().Order()];
        if (numbers.Length < 2)
        {
            throw new InputException(
                $"The training labels in '{folder}' are {numbers[0]} only; there must be images of at least two classes.");
        }

        var wrong = Array.FindIndex(testLabels, label => !numbers.Contains(label));
        if (wrong >= 0)
        {
            throw new InputException(
                $"The test labels in '{folder}' have {testLabels[wrong]} at place {wrong}, which no training image has.");
        }

        if (train.Shape != test.Shape)
        {
            throw new InputException($"The images in '{folder}' differ in size between training and test; they must be of one size.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in new[] { train.Pixels, trainLabels, test.Pixels, testLabels })
        {
            hash.AppendData(content.Span);
        }

        return new Content(
            Labelled(train, trainLabels, numbers), Labelled(test, testLabels, numbers), Convert.ToHexStringLower(hash.GetHashAndReset()),
            [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]);
    }

    private static LabelledImages Labelled((ImageShape Shape, ReadOnlyMemory<byte> Pixels) images, byte[] labels, byte[] numbers) =>
        new(images.Shape, images.Pixels, labels.Select(label => Array.BinarySearch(numbers, label)).ToArray());

    private static ((ImageShape Shape, ReadOnlyMemory<byte> Pixels) Images, byte[] Labels) Part(string folder, bool isTest)
    {
        var (imagesPath, images) = IdxReader.ReadEither(Find(folder, "images", isTest), 3, 4);
        var (labelsPath, labels) = IdxReader.ReadEither(Find(folder, "labels", isTest), 1);
        return images.Count == labels.Count
            ? (IdxImages.Of(images, imagesPath), labels.Values)
            : throw new InputException(
                $"Data file '{labelsPath}' has {labels.Count} labels for the {images.Count} images of '{imagesPath}'; there must be one "
                + $"for each.");
    }

    /// <summary>The one file of a kind, without the ending of a compressed one.</summary>
    private static string Find(string folder, string kind, bool isTest)
    {
        var files = Directory.EnumerateFiles(folder)
            .Where(path => Path.GetFileName(path) is var name && name.Contains("idx", StringComparison.OrdinalIgnoreCase)
                && name.Contains(kind, StringComparison.OrdinalIgnoreCase)
                && TestNames.Any(test => name.Contains(test, StringComparison.OrdinalIgnoreCase)) == isTest)
            .Order(StringComparer.Ordinal).ToArray();
        var names = files.GroupBy(path => path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path).ToArray();
        return names.Length == 1 ? names[0].Key : throw new InputException(
            $"The data folder '{folder}' has {(names.Length == 0 ? "no file" : $"{names.Length} files")} of "
            + $"{(isTest ? "test" : "training")} {kind}; "
            + $"it must have one, such as {(isTest ? "t10k" : "train")}-{kind}-idx{(kind == "labels" ? 1 : 3)}-ubyte.");
    }

    private sealed record Content(LabelledImages Train, LabelledImages Test, string Hash, ImmutableArray<string> Classes);
}
