using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Pictures of a folder with a folder per class. Read when first asked for.</summary>
/// <param name="options">Folder, form and split.</param>
/// <param name="decoded">Where decoded pictures are kept.</param>
internal sealed class ImageFolderDataset(ImageFolderOptions options, DecodedPictures decoded) : IDataset
{
    private readonly Lazy<Content> _content = new(() => Load(options, decoded));

    /// <inheritdoc/>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Folder));

    /// <inheritdoc/>
    public int Classes => _content.Value.Classes.Length;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _content.Value.Classes;

    /// <inheritdoc/>
    public PictureResizing Resizing { get; } = new(options.Form.Method.ToString().ToLowerInvariant(), options.Form.Filter);

    /// <inheritdoc/>
    public string Hash => _content.Value.Hash;

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => _content.Value.Remarks;

    /// <inheritdoc/>
    public LabelledImages Train => _content.Value.Train;

    /// <inheritdoc/>
    public LabelledImages Test => _content.Value.Test;

    private static Content Load(ImageFolderOptions options, DecodedPictures decoded)
    {
        if (options.Folder.Length == 0)
        {
            throw new InputException("The data set 'folder' needs a folder of pictures: Data.Folder(\"photos\").");
        }

        var folders = ClassFolders.Read(options.Folder);
        var split = PictureSplit.Of(folders, options);
        var pixels = decoded.Read(split.All, options.Form);
        var shape = new ImageShape(options.Form.Channels, options.Form.Size, options.Form.Size);
        var (training, all) = (split.Train.Length + split.Validation.Length, pixels.AsMemory());
        int[] labels = [.. split.All.Select(picture => picture.Class)];
        return new Content(
            new LabelledImages(
                shape, all[..(training * shape.Size)], labels.AsMemory(0, training)) { ValidationCount = split.Validation.Length },
            new LabelledImages(shape, all[(training * shape.Size)..], labels.AsMemory(training)),
            HashOf(folders, split, options.Form),
            folders.Classes,
            [.. ClassBalance.Remarks(folders.Classes, labels.AsSpan(0, training)), .. OtherFiles(options.Folder, folders.Others)]);
    }

    /// <summary>
    /// What is in the pictures, what they become, the names of the classes and what each is for: not what files are called.
    /// </summary>
    private static string HashOf(ClassFolders folders, PictureSplit split, PictureForm form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{form.Text}\n{string.Join('\n', folders.Classes)}\n"));
        foreach (var part in new[] { split.Train, split.Validation, split.Test })
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            foreach (var picture in part)
            {
                hash.AppendData(BitConverter.GetBytes(picture.Class));
                hash.AppendData(picture.Hash);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> OtherFiles(string folder, int others) => others == 0 ? [] :
        [FormattableString.Invariant(
            $"{others} files of '{folder}' are left out: by their names they are none of {string.Join(", ", PictureReader.Extensions)}.")];

    private sealed record Content(
        LabelledImages Train, LabelledImages Test, string Hash, ImmutableArray<string> Classes, ImmutableArray<string> Remarks);
}
