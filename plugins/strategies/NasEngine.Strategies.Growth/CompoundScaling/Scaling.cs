namespace NasEngine.Strategies.Growth.CompoundScaling;

/// <summary>Depth, width and resolution as multiples of a base network's: α, β and γ of EfficientNet at φ = 1.</summary>
internal readonly record struct Scaling(double Depth, double Width, double Resolution)
{
    /// <summary>What it costs in multiples of the base network's multiply-adds: α·β²·γ² (EfficientNet, section 3.3).</summary>
    public double Resources => Depth * Width * Width * Resolution * Resolution;

    /// <summary>Each to the power of φ (EfficientNet, eq. 3).</summary>
    public Scaling Power(double phi) => new(Math.Pow(Depth, phi), Math.Pow(Width, phi), Math.Pow(Resolution, phi));
}
