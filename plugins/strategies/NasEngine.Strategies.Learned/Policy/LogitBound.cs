namespace NasEngine.Strategies.Learned;

/// <summary>
/// What is made of a head's outputs z before the softmax: c·tanh(z/T), so that no choice is ever certain (neural combinatorial
/// optimisation, Bello et al., arXiv 1611.09940, appendix A.1).
/// </summary>
/// <param name="Temperature">T, positive.</param>
/// <param name="Constant">c, positive; 0 for z/T itself.</param>
internal readonly record struct LogitBound(double Temperature, double Constant)
{
    /// <summary>z as they are.</summary>
    public static LogitBound None { get; } = new(1, 0);

    /// <summary>The logit of an output.</summary>
    public double Of(double output) => Constant > 0 ? Constant * Math.Tanh(output / Temperature) : output / Temperature;

    /// <summary>Its slope by the output, from the logit.</summary>
    public double Slope(double logit) => Constant > 0
        ? Constant / Temperature * (1 - (logit / Constant * (logit / Constant)))
        : 1 / Temperature;
}
