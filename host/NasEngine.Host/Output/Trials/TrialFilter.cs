using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Output.Trials;

/// <summary>
/// A condition on a metric: <c>macs&lt;4.5e6</c>, <c>val_accuracy&gt;=0.9</c>. A trial without the metric does not meet it.
/// </summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Sign">One of <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c> and <c>=</c>.</param>
/// <param name="Value">What it is compared with.</param>
internal sealed record TrialFilter(string Metric, string Sign, double Value)
{
    private static readonly string[] Signs = ["<=", ">=", "<", ">", "="];

    /// <summary>A condition from its text.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static TrialFilter Parse(string text)
    {
        var at = text.IndexOfAny(['<', '>', '=']);
        var sign = at > 0 ? Signs.FirstOrDefault(one => text.AsSpan(at).StartsWith(one, StringComparison.Ordinal)) : null;
        return sign is not null
            && double.TryParse(text.AsSpan(at + sign.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? new TrialFilter(text[..at].Trim(), sign, value)
            : throw new InputException($"--where '{text}' is no condition; give a metric and a number, e.g. --where 'macs<4.5e6'.");
    }

    /// <summary>Whether a trial meets it.</summary>
    public bool Holds(TrialRow row) => row.Metrics.TryGetValue(Metric, out var measured) && Sign switch
    {
        "<" => measured < Value,
        "<=" => measured <= Value,
        ">" => measured > Value,
        ">=" => measured >= Value,
        _ => measured.Equals(Value),
    };
}
