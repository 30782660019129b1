using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Options of the data set <c>npz</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Test">Share of the examples for the test, where the file has none for it.</param>
internal sealed record NpzOptions(InputFile File, double Test)
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "npz";

    /// <summary>Reads them.</summary>
    public static NpzOptions Read(OptionReader options) => new(
        options.File(
            IDataset.FolderOption, "",
            "The file, with x_train and y_train or train_images and train_labels, and the same for val and test"),
        options.Number("test", 0.15, "Share of the examples for the test, chosen by what is in them, where the file has none", 0.001, 0.9));
}
