using System.Collections.Immutable;

namespace NasEngine.Networks.Pictures;

/// <summary>One block of a network: its operations in order and the shape it gives.</summary>
/// <param name="Stage">Label of the stage.</param>
/// <param name="Block">Label of the block, or of the first of several equal ones.</param>
/// <param name="Chips">Its operations.</param>
/// <param name="Shape">What it gives.</param>
/// <param name="Macs">Multiply-adds of all its copies.</param>
/// <param name="Copies">How many equal blocks follow each other.</param>
internal sealed record PictureRow(
    string Stage, string Block, ImmutableArray<PictureChip> Chips, FeatureShape Shape, long Macs, int Copies)
{
    /// <summary>Label of the unit that may repeat: the block's label up to its first dot.</summary>
    public string Unit => Block.Split('.')[0];

    /// <summary>Whether two rows show the same.</summary>
    public bool Looks(PictureRow other) =>
        Stage == other.Stage && Shape == other.Shape && Inside == other.Inside && Chips.SequenceEqual(other.Chips);

    private string Inside =>
        Block.Contains('.', StringComparison.Ordinal) ? Block[(Block.IndexOf('.', StringComparison.Ordinal) + 1)..] : "";
}
