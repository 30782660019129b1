namespace NasEngine.Host.Plots;

/// <summary>A picture of lines.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Across">Title of the horizontal axis.</param>
/// <param name="Up">Title of the vertical axis.</param>
/// <param name="Lines">What is in it, the last on top.</param>
public sealed record Plot(string Title, string Across, string Up, IReadOnlyList<Line> Lines)
{
    /// <summary>Names of the rows that y counts, from above; null where y is a measure.</summary>
    public IReadOnlyList<string>? Rows { get; init; }

    /// <summary>Names of the columns that x counts; null where x is a measure.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The part that is shown at first; null for all.</summary>
    public PlotWindow? Window { get; init; }

    /// <summary>Points that a line is thinned to.</summary>
    public const int Points = 1200;

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => Lines.All(line => line.X.Length == 0);

    /// <summary>Whether all of it lies on the right of nought, and above it; not so where it has names in place of numbers.</summary>
    public (bool Across, bool Up) IsNonnegative => (
        Columns is null && Lines.All(line => line.X.All(x => !(x < 0))), Rows is null && Lines.All(line => line.Y.All(y => !(y < 0))));
}
