using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Which data set a path is, by what it looks like.</summary>
public static class DataKind
{
    /// <summary>The data set of folders of pictures.</summary>
    public const string Pictures = "folder";

    private static readonly (string Ending, string Id)[] Files =
    [
        (".csv", "csv"), (".tsv", "csv"), (".csv.gz", "csv"), (".tsv.gz", "csv"), (".npz", "npz"), (".parquet", "parquet"),
        (".txt", "sequence"), (".txt.gz", "sequence"),
    ];

    /// <summary>The data set, with options.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="options">Its options but for where it lies.</param>
    /// <exception cref="InputException">There is nothing, or nothing that is known.</exception>
    public static ComponentSpec Of(string path, OptionBag options)
    {
        var id = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*idx*").Any() ? "idx" : Pictures
            : !File.Exists(path) ? throw new InputException(
                $"There is no '{path}'; give a folder of pictures or of IDX files, a table, a file of texts (.txt), or "
                + "one of NumPy.")
            : Files.FirstOrDefault(file => path.EndsWith(file.Ending, StringComparison.OrdinalIgnoreCase)).Id
                ?? throw new InputException(
                    $"'{path}' is no kind of data that is known; give a folder of pictures or of IDX files, or a file "
                    + $"{string.Join(", ", Files.Select(file => file.Ending))}.");
        id = id == "csv" && options.Values.Keys.Contains("text", StringComparer.OrdinalIgnoreCase) ? "sequence" : id;
        return new ComponentSpec(id, options.With(IDataset.FolderOption, path));
    }
}
