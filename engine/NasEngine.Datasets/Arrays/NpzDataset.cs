using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>
/// Arrays of an NPZ file: images N×H×W, N×H×W×C or N×C×H×W of bytes, or rows N×F of numbers; labels are whole numbers, classes are
/// those that occur in training, in order. Read when first asked for.
/// </summary>
/// <param name="options">File and split.</param>
internal sealed class NpzDataset(NpzOptions options) : IDataset
{
    private readonly Lazy<Content> _content = new(() => Load(options));

    /// <inheritdoc/>
    public string Name => Path.GetFileName(options.File.Path);

    /// <inheritdoc/>
    public int Classes => _content.Value.Classes.Length;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _content.Value.Classes;

    /// <inheritdoc/>
    public string Hash => _content.Value.Hash;

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => _content.Value.Remarks;

    /// <inheritdoc/>
    public LabelledImages Train => _content.Value.Train;

    /// <inheritdoc/>
    public LabelledImages Test => _content.Value.Test;

    private static Content Load(NpzOptions options)
    {
        var archive = NpzArchive.Read(options.File);
        var train = archive.Part("train") ?? archive.Part("") ?? throw archive.Nothing();
        var validation = archive.Part("val");
        var given = archive.Part("test");
        var name = $"Data file '{options.File.Path}'";
        var numbers = Labels(train.Labels, "training", name);
        int[] classes = [.. numbers.Distinct().Order()];
        if (classes.Length < 2)
        {
            throw new InputException($"{name} has label {classes[0]} only; there must be examples of at least two classes.");
        }

        var examples = NpzExamples.Of(train.Examples, numbers, classes, name);
        var parts = given is { } test
            ? (Train: examples, Test: NpzExamples.Of(test.Examples, Labels(test.Labels, "test", name), classes, name))
            : examples.Split(options.Test, name);
        if (validation is { } held)
        {
            parts = parts with { Train = parts.Train.With(
                NpzExamples.Of(held.Examples, Labels(held.Labels, "validation", name), classes, name), name) };
        }

        if (parts.Train.Shape != parts.Test.Shape)
        {
            throw new InputException(
                $"{name} has training examples of {parts.Train.Shape} and test examples of {parts.Test.Shape}; they must be alike.");
        }

        ImmutableArray<string> names = [.. classes.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        return new Content(
            parts.Train.Images, parts.Test.Images, HashOf(parts.Train.Images, parts.Test.Images, names), names,
            [.. ClassBalance.Remarks(names, parts.Train.Images.Labels.Span)]);
    }

    private static int[] Labels(NpyArray labels, string part, string name) => labels.Whole()
        ?? throw new InputException($"{name} has {part} labels that are no whole numbers; classes are numbered.");

    private static string HashOf(LabelledImages train, LabelledImages test, ImmutableArray<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(ContentSplit.Hash(names));
        foreach (var part in new[] { train, test })
        {
            hash.AppendData(BitConverter.GetBytes(part.Count));
            hash.AppendData(BitConverter.GetBytes(part.ValidationCount));
            hash.AppendData(part.Pixels.Span);
            hash.AppendData(MemoryMarshal.AsBytes(part.Values.Span));
            hash.AppendData(MemoryMarshal.AsBytes(part.Labels.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record Content(
        LabelledImages Train, LabelledImages Test, string Hash, ImmutableArray<string> Classes, ImmutableArray<string> Remarks);
}
