using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Options of the data set <c>parquet</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Table">What it is read for.</param>
internal sealed record ParquetOptions(InputFile File, TableOptions Table)
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "parquet";

    /// <summary>Reads them.</summary>
    public static ParquetOptions Read(OptionReader options) => new(
        options.File(IDataset.FolderOption, "", "The table, a file of Apache Parquet with flat columns"), TableOptions.Read(options));

    /// <summary>The data set.</summary>
    public IDataset Open() => new TableDataset(File.Path, () => EncodedTable.Of(ParquetTable.Read(File), Table));
}
