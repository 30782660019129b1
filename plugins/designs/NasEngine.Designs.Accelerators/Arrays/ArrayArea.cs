namespace NasEngine.Designs.Accelerators;

/// <summary>Area of an array, a linear model.</summary>
/// <param name="Element">µm² of an element: multiplier, adder and registers.</param>
/// <param name="Bit">µm² of a bit of buffer.</param>
/// <param name="Port">mm² of an interface to memory for each word of a cycle.</param>
public sealed record ArrayArea(double Element, double Bit, double Port)
{
    private const int BitsOfKb = 8 * 1024;

    /// <summary>Area in mm².</summary>
    public double Of(SystolicArray array) =>
        (array.Elements * Element + ((double)array.InputKb + array.FilterKb + array.OutputKb) * BitsOfKb * Bit) / 1e6
        + array.Bandwidth * Port;
}
