namespace NasEngine.Networks;

/// <summary>Element-wise non-linearities.</summary>
public enum ActivationKind
{
    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>min(max(0, x), 6).</summary>
    Relu6,

    /// <summary>x·relu6(x + 3)/6 (MobileNetV3).</summary>
    HardSwish,

    /// <summary>relu6(x + 3)/6.</summary>
    HardSigmoid,

    /// <summary>x·σ(x), also called SiLU.</summary>
    Swish,

    /// <summary>x·Φ(x) (arXiv 1606.08415), Φ being the distribution function of the normal distribution.</summary>
    Gelu,

    /// <summary>1/(1 + e^−x).</summary>
    Sigmoid,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,
}
