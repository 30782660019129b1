using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul and Vollgraf, arXiv 1708.07747): 60,000 training and 10,000 test images, 28 × 28 grey, ten
/// classes.
/// </summary>
internal static class FashionMnist
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "fashion-mnist";

    /// <summary>Where Debian's package puts the files.</summary>
    public const string DebianFolder = "/usr/share/datasets/fashion-mnist";

    private static readonly string[] Clothes =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>Reads the folder that holds the files.</summary>
    public static string Read(OptionReader options) => options.Text(
        IDataset.FolderOption, DebianFolder, "Folder of the four IDX files, plain or .gz (Debian package dataset-fashion-mnist)");

    /// <summary>The data set in a folder.</summary>
    /// <exception cref="InputException">There is no such folder.</exception>
    public static IDataset Open(string folder)
    {
        if (Directory.Exists(folder))
        {
            return new IdxDataset("Fashion-MNIST", folder, Clothes.Length) { ClassNames = Clothes };
        }

        throw new InputException(folder == DebianFolder
            ? $"Fashion-MNIST is not installed: '{folder}' does not exist; install the package dataset-fashion-mnist (apt-get install "
                + $"dataset-fashion-mnist), or name a folder of IDX files by the option 'data'."
            : $"The data folder '{folder}' does not exist; name a folder that holds the four IDX files of Fashion-MNIST.");
    }
}
