using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Options of the data set <c>csv</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Separator">One of <see cref="CsvTable.SeparatorNames"/>.</param>
/// <param name="Table">What it is read for.</param>
internal sealed record CsvOptions(InputFile File, string Separator, TableOptions Table)
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "csv";

    /// <summary>Reads them.</summary>
    public static CsvOptions Read(OptionReader options) => new(
        options.File(IDataset.FolderOption, "", "The table, plain or .gz, in UTF-8, with a header"),
        options.OneOf(
            "separator", CsvTable.SeparatorNames[0], "What stands between fields; auto goes by the header", CsvTable.SeparatorNames),
        TableOptions.Read(options));

    /// <summary>The data set.</summary>
    public IDataset Open() => new TableDataset(File.Path, () => EncodedTable.Of(CsvTable.Read(File, Separator), Table));
}
