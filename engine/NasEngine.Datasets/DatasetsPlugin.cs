using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Data sets of the user's own files.</summary>
/// <param name="cache">Says which folder decoded pictures are kept in; asked for when it is needed.</param>
public sealed class DatasetsPlugin(Func<string> cache) : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Dataset(
            ImageFolderOptions.Id, "Pictures (PNG, JPEG, BMP, GIF, WebP) in a folder per class", ImageFolderOptions.Read,
            options => new ImageFolderDataset(options, new DecodedPictures(cache)));
        registry.Dataset(
            CsvOptions.Id, "A table of numbers and categories: classes or numbers to learn", CsvOptions.Read, options => options.Open());
        registry.Dataset(
            ParquetOptions.Id, "A table of Apache Parquet: classes or numbers to learn", ParquetOptions.Read, options => options.Open());
        registry.Dataset(
            SequenceOptions.Id, "Texts or tokens, each with a class or a number", SequenceOptions.Read,
            options => new SequenceDataset(options));
        registry.Dataset(NpzOptions.Id, "Arrays of NumPy: images or rows, and labels", NpzOptions.Read, options => new NpzDataset(options));
    }
}
