using System.Globalization;

namespace NasEngine.Host.Reports;

/// <summary>Maps values to places on a picture.</summary>
internal readonly record struct Axis(double Least, double Greatest, double From, double To)
{
    private const int TicksWanted = 5;

    /// <summary>Where a value lies.</summary>
    public double At(double value) => Greatest > Least ? From + (value - Least) / (Greatest - Least) * (To - From) : (From + To) / 2;

    /// <summary>Round values within the range, about five.</summary>
    public IEnumerable<double> Ticks()
    {
        var range = Greatest - Least;
        if (range <= 0)
        {
            return [Least];
        }

        var raw = range / TicksWanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * (raw / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        var first = Math.Ceiling(Least / step);
        var count = (int)(Math.Floor(Greatest / step) - first) + 1;
        return Enumerable.Range(0, count).Select(i => (first + i) * step);
    }

    /// <summary>A value as a short label: <c>2.5M</c>.</summary>
    public static string Label(double value) => Math.Abs(value) switch
    {
        >= 1e6 => (value / 1e6).ToString("0.####", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (value / 1e3).ToString("0.####", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0.######", CultureInfo.InvariantCulture),
    };
}
