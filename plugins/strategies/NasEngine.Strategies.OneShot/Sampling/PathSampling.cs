namespace NasEngine.Strategies.OneShot;

/// <summary>How the paths of a training step are drawn.</summary>
internal enum PathSampling
{
    /// <summary>Each on its own, all architectures equally likely (SPOS, arXiv 1904.00420, section 3.2).</summary>
    Uniform,

    /// <summary>Together, so that every choice of a decision is taken equally often (FairNAS, arXiv 1907.01845, section 3.2).</summary>
    Fair,
}
