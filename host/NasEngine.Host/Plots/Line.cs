namespace NasEngine.Host.Plots;

/// <summary>How a line is drawn. From <see cref="Bars"/> on a line says all in the texts of its points.</summary>
public enum LineKind
{
    /// <summary>From point to point.</summary>
    Line,

    /// <summary>Level until the next point.</summary>
    Steps,

    /// <summary>Points alone.</summary>
    Dots,

    /// <summary>Larger points alone.</summary>
    Marks,

    /// <summary>A dashed level.</summary>
    Level,

    /// <summary>Thick stretches, with a NaN between two.</summary>
    Bars,

    /// <summary>Thin stretches of jobs, with a NaN between two.</summary>
    Jobs,

    /// <summary>Such stretches, to be told from their neighbours.</summary>
    OtherJobs,

    /// <summary>Marks of what happened in a moment.</summary>
    Events,

    /// <summary>Marks of what went wrong.</summary>
    BadEvents,
}

/// <summary>Points of a plot under one name.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">Places across; finite, but for the gaps between bars.</param>
/// <param name="Y">One per x; finite, but for the gaps between bars.</param>
/// <param name="Kind">How it is drawn.</param>
public sealed record Line(string Name, double[] X, double[] Y, LineKind Kind = LineKind.Line)
{
    /// <summary>What a point says when it is pointed at, beside its place; null for nothing.</summary>
    public string[]? Texts { get; init; }

    /// <summary>Numbers of the trials that the points are; null where they are none.</summary>
    public long[]? Trials { get; init; }
}
