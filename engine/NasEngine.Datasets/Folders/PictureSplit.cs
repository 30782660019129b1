using System.Globalization;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Which pictures are for what.</summary>
/// <param name="Train">Those that networks are trained on, and that validation is held out of where it has none of its own.</param>
/// <param name="Validation">Those of a folder for validation.</param>
/// <param name="Test">Those for the test.</param>
internal sealed record PictureSplit(
    ImmutableArray<PictureFile> Train, ImmutableArray<PictureFile> Validation, ImmutableArray<PictureFile> Test)
{
    /// <summary>All of them, one part after the other.</summary>
    public IReadOnlyList<PictureFile> All => [.. Train, .. Validation, .. Test];

    /// <summary>As the folders say; where they have none for the test, by what is in the pictures.</summary>
    /// <exception cref="InputException">A class has no pictures to train on, or there are none for the test.</exception>
    public static PictureSplit Of(ClassFolders folders, ImageFolderOptions options)
    {
        var given = folders.Pictures.Any(picture => picture.Part == DataPartName.Test);
        var parts = folders.Pictures.ToLookup(picture => picture.Part switch
        {
            DataPartName.Test or DataPartName.Validation => picture.Part.Value,
            _ when !given && ContentSplit.IsTest(picture.Hash, options.Test) => DataPartName.Test,
            _ => DataPartName.Train,
        });
        var split = new PictureSplit(
            [.. parts[DataPartName.Train]], [.. parts[DataPartName.Validation]], [.. parts[DataPartName.Test]]);
        for (var number = 0; number < folders.Classes.Length; number++)
        {
            if (split.Train.All(picture => picture.Class != number))
            {
                throw new InputException(
                    $"Class '{folders.Classes[number]}' of '{options.Folder}' has no pictures to train on{Elsewhere(number)}; add some "
                    + $"({string.Join(", ", PictureReader.Extensions)}), or take its folder away.");
            }
        }

        string Elsewhere(int number) => folders.Pictures.Count(picture => picture.Class == number) is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $", {count} for validation and test")
            : "";

        return split.Test.Length > 0 ? split : throw new InputException(string.Create(CultureInfo.InvariantCulture,
            $"None of the {folders.Pictures.Length} pictures of '{options.Folder}' came to be for the test, at a share of {options.Test}; "
            + $"give more pictures, a larger share (test), or a folder 'test'."));
    }
}
