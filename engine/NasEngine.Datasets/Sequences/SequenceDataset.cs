using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Texts or tokens, each an input of one row with a token number per column. Read when first asked for.</summary>
/// <param name="options">Which ones.</param>
internal sealed class SequenceDataset(SequenceOptions options) : IDataset
{
    private readonly Lazy<EncodedSequences> _sequences = new(() => options.Text.Length == 0
        ? EncodedSequences.Of(LabelledLines.Read(options.File), LabelledLines.Text, options)
        : EncodedSequences.Of(CsvTable.Read(options.File, options.Separator), options.Text, options));

    /// <inheritdoc/>
    public string Name => Path.GetFileName(options.File.Path);

    /// <inheritdoc/>
    public int Classes => Math.Max(1, ClassNames.Count);

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _sequences.Value.Classes;

    /// <inheritdoc/>
    public Vocabulary? Vocabulary => _sequences.Value.Vocabulary;

    /// <inheritdoc/>
    public string Hash => _sequences.Value.Hash;

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => _sequences.Value.Remarks;

    /// <inheritdoc/>
    public LabelledImages Train => _sequences.Value.Train;

    /// <inheritdoc/>
    public LabelledImages Test => _sequences.Value.Test;
}
