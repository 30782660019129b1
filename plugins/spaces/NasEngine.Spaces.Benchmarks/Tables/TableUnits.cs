namespace NasEngine.Spaces.Benchmarks;

/// <summary>Units of a table's columns, as options name them.</summary>
internal static class TableUnits
{
    public const string Percent = "percent";
    public const string Fraction = "fraction";
    public const string One = "one";
    public const string Million = "million";
    public const string Milliseconds = "ms";

    /// <summary>Units of an accuracy.</summary>
    public static string[] Accuracies { get; } = [Percent, Fraction];

    /// <summary>Units of a number of things.</summary>
    public static string[] Counts { get; } = [One, "thousand", Million, "billion"];

    /// <summary>Units of a time.</summary>
    public static string[] Times { get; } = [Milliseconds, "us", "s"];

    /// <summary>How many one of the unit is.</summary>
    public static double Count(string unit) => Math.Pow(1000, Array.IndexOf(Counts, unit));

    /// <summary>Milliseconds in one of the unit.</summary>
    public static double Time(string unit) => unit switch { "s" => 1000, "us" => 1e-3, _ => 1 };
}
