using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Rows of a table, each an input of size 1 with a channel per feature. Read when first asked for.</summary>
/// <param name="path">Its file, for its name.</param>
/// <param name="read">Reads and encodes it.</param>
internal sealed class TableDataset(string path, Func<EncodedTable> read) : IDataset
{
    private readonly Lazy<EncodedTable> _table = new(read);

    /// <inheritdoc/>
    public string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    public int Classes => Math.Max(1, ClassNames.Count);

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _table.Value.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames => _table.Value.Features;

    /// <inheritdoc/>
    public string Hash => _table.Value.Hash;

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => _table.Value.Remarks;

    /// <inheritdoc/>
    public LabelledImages Train => _table.Value.Train;

    /// <inheritdoc/>
    public LabelledImages Test => _table.Value.Test;
}
