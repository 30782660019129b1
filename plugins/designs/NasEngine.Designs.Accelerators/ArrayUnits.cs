using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>What cycles and parts of an array come to.</summary>
/// <param name="Gigahertz">Clock.</param>
/// <param name="Area">Area of the parts.</param>
internal sealed record ArrayUnits(double Gigahertz, ArrayArea Area)
{
    /// <summary>Reads them.</summary>
    public static ArrayUnits Read(OptionReader reader) =>
        new(reader.Number("clock", 1, "Cycles per nanosecond (GHz).", min: 1e-3, max: 100), ReadArea(reader));

    /// <summary>Reads the area of parts.</summary>
    public static ArrayArea ReadArea(OptionReader reader) => new(
        reader.Number(
            "element", 700,
            "µm² of a multiply-accumulate element: at 45 nm 282 for an 8-bit multiplier and 137 for a 32-bit adder (Horowitz, ISSCC "
            + "2014), and registers.",
            min: 0.01),
        reader.Number("bit", 0.7, "µm² of a bit of a buffer: at 45 nm twice the 0.346 of a cell.", min: 1e-6),
        reader.Number("port", 0.05, "mm² of the interface to memory for each word of a cycle (ours).", min: 0));
}
