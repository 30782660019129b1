using System.Globalization;

namespace Akka.Configuration;

internal static class DurationFormat
{
    /// <summary>Reads <c>5s</c>, <c>200 ms</c>, <c>1.5 minutes</c>, a bare number of milliseconds, or <c>infinite</c>.</summary>
    public static bool TryParse(string text, bool allowInfinite, out TimeSpan duration)
    {
        duration = Timeout.InfiniteTimeSpan;
        if (allowInfinite && text is "infinite")
            return true;
        var unitAt = text.AsSpan().IndexOfAnyExcept("0123456789.-");
        var number = unitAt < 0 ? text : text[..unitAt];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return false;
        var ticks = TicksOf(unitAt < 0 ? "ms" : text[unitAt..].Trim());
        duration = TimeSpan.FromTicks((long)(value * ticks));
        return ticks > 0;
    }

    private static double TicksOf(string unit) => unit switch
    {
        "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 0.01,
        "us" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        _ => 0,
    };
}
