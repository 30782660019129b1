namespace NasEngine.Contracts;

/// <summary>Which way a metric is better.</summary>
public enum Direction
{
    /// <summary>More is better: accuracy.</summary>
    Maximize,

    /// <summary>Less is better: loss, multiply-adds, latency.</summary>
    Minimize,
}
