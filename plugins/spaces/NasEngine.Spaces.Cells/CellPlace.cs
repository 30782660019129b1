using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>Where a cell stands.</summary>
/// <param name="Stage">Label of its stage.</param>
/// <param name="Cell">Label of the cell.</param>
/// <param name="Channels">Channels of its operations.</param>
/// <param name="Reduction">Whether its inputs are halved.</param>
internal sealed record CellPlace(string Stage, string Cell, int Channels, bool Reduction)
{
    /// <summary>A map at a place inside the cell.</summary>
    public FeatureMap At(FeatureMap map, string inside) => map.At(Stage, inside.Length > 0 ? $"{Cell}.{inside}" : Cell);

    /// <summary>Stride of an operation on input <paramref name="input"/> of the cell: the two outer inputs are 0 and 1.</summary>
    public int Stride(int input) => Reduction && input < 2 ? 2 : 1;
}
