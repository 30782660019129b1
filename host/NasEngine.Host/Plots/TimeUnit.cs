namespace NasEngine.Host.Plots;

/// <summary>The unit that a stretch of time is read in best.</summary>
/// <param name="Name">Its name, in the plural.</param>
/// <param name="Length">How long one is.</param>
public sealed record TimeUnit(string Name, TimeSpan Length)
{
    private static readonly TimeUnit[] All =
    [
        new("days", TimeSpan.FromDays(1)), new("hours", TimeSpan.FromHours(1)), new("minutes", TimeSpan.FromMinutes(1)),
        new("seconds", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>The largest of which there are three or more; seconds where there is none.</summary>
    public static TimeUnit For(TimeSpan stretch) => All.FirstOrDefault(unit => stretch >= 3 * unit.Length) ?? All[^1];

    /// <summary>Title of an axis of it.</summary>
    public string Title => $"{Name} since the start";

    /// <summary>A stretch in it.</summary>
    public double Of(TimeSpan stretch) => stretch / Length;
}
