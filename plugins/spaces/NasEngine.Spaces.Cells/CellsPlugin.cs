using NasEngine.Contracts;
using NasEngine.Spaces.Cells.Darts;
using NasEngine.Spaces.Cells.Enas;
using NasEngine.Spaces.Cells.Pnas;

namespace NasEngine.Spaces.Cells;

/// <summary>Spaces of cells that are repeated through a network.</summary>
public sealed class CellsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "darts", "DARTS's normal and reduction cells of four nodes and seven operations (arXiv 1806.09055)",
            reader => CellOptions.Read(reader, 36, 20, 8, 5).WithParts(reader), options => new DartsSpace(options));
        registry.Space(
            "pnas", "PNAS's cell of up to five blocks and eight operations (arXiv 1712.00559)",
            reader => CellOptions.Read(reader, 48, 9, 8, 5), options => new PnasSpace(options));
        registry.Space(
            "enas", "ENAS's micro space: normal and reduction cells of five nodes and five operations (arXiv 1802.03268)",
            reader => CellOptions.Read(reader, 20, 17, 8, 5), options => new EnasSpace(options));
    }
}
