using System.Globalization;

namespace NasEngine.Host.Reports.Charts;

/// <summary>Figures beside an axis, short.</summary>
internal static class AxisLabel
{
    /// <summary>The figure: <c>2.5 M</c> for 2,500,000.</summary>
    public static string Of(double value) => Math.Abs(value) switch
    {
        >= 1e9 => Scaled(value / 1e9, " G"),
        >= 1e6 => Scaled(value / 1e6, " M"),
        >= 1e4 => Scaled(value / 1e3, " k"),
        _ => Scaled(value, ""),
    };

    private static string Scaled(double value, string unit) => value.ToString("0.######", CultureInfo.InvariantCulture) + unit;
}
