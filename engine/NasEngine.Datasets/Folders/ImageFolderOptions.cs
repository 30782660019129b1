using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Options of the data set <c>folder</c>.</summary>
/// <param name="Folder">The folder with a folder per class.</param>
/// <param name="Form">What pictures become.</param>
/// <param name="Test">Share of the pictures for the test, where the folder has no part for it.</param>
internal sealed record ImageFolderOptions(string Folder, PictureForm Form, double Test)
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "folder";

    /// <summary>Reads them.</summary>
    public static ImageFolderOptions Read(OptionReader options) => new(
        options.Text(IDataset.FolderOption, "", "Folder with a folder of pictures per class, or with train, val and test that have them"),
        new PictureForm(
            (int)options.Integer("size", 32, "Height and width that pictures are brought to, pixels", 1, 1024),
            int.Parse(options.OneOf(
                "channels", "3", "1 grey, 3 red green blue, 4 with alpha; without alpha what is transparent shows white", "1", "3", "4")),
            Enum.Parse<ResizeMethod>(options.OneOf(
                "resize", "crop", "How a picture becomes a square: its middle, all of it with a black border, or all of it stretched",
                "crop", "pad", "stretch"), ignoreCase: true),
            options.OneOf(
                "filter", "bilinear", "How pixels are mixed when it is scaled: bilinear is with mipmaps, cubic is Mitchell's",
                PictureForm.Filters)),
        options.Number(
            "test", 0.15, "Share of the pictures for the test, chosen by what is in them, where there is no folder test", 0.001, 0.9));
}
