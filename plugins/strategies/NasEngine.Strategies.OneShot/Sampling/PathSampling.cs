namespace NasEngine.Strategies.OneShot;

/// <summary>How the paths of a training step are drawn.</summary>
internal enum PathSampling
{
    /// <summary>Each on its own, all architectures equally likely (SPOS, arXiv 1904.00420, section 3.2).</summary>
    Uniform,

    /// <summary>
    /// As <see cref="Uniform"/>, among architectures that keep to the objective's limits on costs known beforehand: the weights are
    /// trained for what can win, and a step costs less.
    /// </summary>
    Feasible,

    /// <summary>Together, so that every choice of a decision is taken equally often (FairNAS, arXiv 1907.01845, section 3.2).</summary>
    Fair,
}
