namespace NasEngine.Strategies.Relaxed.DrNas;

/// <summary>The concentration of a choice: elu(α) + 1, which is positive (DrNAS, arXiv 2006.10355, section 2.2).</summary>
internal static class Concentration
{
    /// <summary>α + 1 above 0, e^α below.</summary>
    public static double Of(double alpha) => alpha > 0 ? alpha + 1 : Math.Exp(alpha);

    /// <summary>Its slope.</summary>
    public static double Slope(double alpha) => Math.Min(1, Math.Exp(alpha));
}
