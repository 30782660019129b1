namespace NasEngine.Host.Plots.Parallel;

/// <summary>A stretch of an axis that trials must go through.</summary>
/// <param name="From">Its foot, 0 to 1.</param>
/// <param name="To">Its top, 0 to 1.</param>
public readonly record struct Brush(double From, double To)
{
    /// <summary>How near to an end of an axis means the end.</summary>
    private const double Near = 0.02;

    /// <summary>
    /// Between two places in any order, within the axis, to its ends where it comes near; of a decision widened to whole bands.
    /// </summary>
    public static Brush Between(ParallelAxis axis, double one, double other)
    {
        var (from, to) = (Math.Clamp(Math.Min(one, other), 0, 1), Math.Clamp(Math.Max(one, other), 0, 1));
        if (!axis.IsDecision)
        {
            return new Brush(from < Near ? 0 : from, to > 1 - Near ? 1 : to);
        }

        double bands = axis.Choices.Count;
        var first = Math.Min(Math.Floor(from * bands), bands - 1);
        return new Brush(first / bands, Math.Max(first + 1, Math.Ceiling(to * bands)) / bands);
    }

    /// <summary>Part of an axis, counted from its foot.</summary>
    public static Brush Part(ParallelAxis axis, int part) => new((double)part / axis.Parts, (part + 1.0) / axis.Parts);

    /// <summary>Whether a place is in it.</summary>
    public bool Has(double place) => place >= From && place <= To;
}
