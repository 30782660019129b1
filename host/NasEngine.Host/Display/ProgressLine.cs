using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>One line that says where a search is. Pure: tested as text.</summary>
internal static class ProgressLine
{
    /// <summary>
    /// Supernet: step of steps, samples K, entropy, expected MACs against the target, validation or training loss, rate, time left.
    /// Trials: trial of trials, the best one, architectures on the Pareto front, rate, time left. One part after the other where the
    /// budget has steps and trials. Where that is wider than it may be, what matters least is left out first.
    /// </summary>
    public static string Of(SearchState state, double? rate, TimeSpan? left, int width = int.MaxValue)
    {
        var parts = new List<(string Text, Rank Rank)>();
        if (state.Phase != SearchPhase.Searching)
        {
            return Ending(state);
        }

        if (state.Next == 0)
        {
            return $"starting, {BudgetText.Candidates(state)}";
        }

        var part = ProgressPart.Of(state);
        parts.Add(($"{part.Word} {part.Count}", Rank.Count));
        parts.AddRange(BudgetText.Others(state).Select(limit => (limit, Rank.Limit)));
        AddStatus(parts, state);
        if (state.Leaders.Length > 0)
        {
            parts.Add(($"best {BestLine.Figure(state.Leaders[0], state.Spec.Objective.Axes)}", Rank.Best));
        }

        if (state.NonDominated.Length > 0)
        {
            parts.Add(($"front {ParetoFront.Once(state.NonDominated).Length}", Rank.Front));
        }

        if (state.Failures.Count > 0)
        {
            parts.Add(($"failed {Failures(state.Failures)}", Rank.Failed));
        }

        if (rate is { } perSecond)
        {
            parts.Add(($"{Text(perSecond, perSecond < 100 ? "0.00" : "0")} {part.Word}s/s", Rank.Rate));
        }

        if (left is { } time)
        {
            parts.Add(($"{Duration(time)} left" + (part.Then is { } then ? $", then {then}" : ""), Rank.Left));
        }

        return Fit(parts, width);
    }

    /// <summary>The parts of a line, what matters most first.</summary>
    private enum Rank
    {
        Count, Best, Left, Failed, Loss, Rate, Limit, Front, Cost, Strategy,
    }

    private static string Fit(List<(string Text, Rank Rank)> parts, int width)
    {
        while (parts.Count > 1 && parts.Sum(part => part.Text.Length + 2) - 2 > width)
        {
            parts.RemoveAt(parts.FindLastIndex(part => part.Rank == parts.Max(other => other.Rank)));
        }

        return string.Join("  ", parts.Select(part => part.Text));
    }

    /// <summary>How many failed, by kind where there are several: <c>3 NotANumber</c>, <c>4 (3 NotANumber, 1 Poisoned)</c>.</summary>
    private static string Failures(FailureTally failures)
    {
        var kinds =
            string.Join(", ", failures.Kinds.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}")));
        return failures.Kinds.Count == 1 ? kinds : string.Create(CultureInfo.InvariantCulture, $"{failures.Count} ({kinds})");
    }

    private static string Ending(SearchState state)
    {
        var spent = BudgetText.Candidates(state.ObservedCount, state.Spec.Budget);
        return state.Phase == SearchPhase.Failed ? $"failed after {spent}"
            : state.Spec.Final is null ? $"done, {spent}"
            : $"finals {state.Finalists.Count(finalist => finalist.Measurement is not null)}/{state.Finalists.Length}";
    }

    /// <summary>A duration for people: <c>1h02m</c>, <c>3m05s</c>, <c>12s</c>.</summary>
    public static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}h{time.Minutes:00}m")
        : time.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}m{time.Seconds:00}s")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Seconds}s");

    /// <summary>A count for people: <c>2.41 M</c>, <c>12.3 k</c>.</summary>
    public static string Count(double value) => value switch
    {
        >= 1e9 => Text(value / 1e9, "0.00") + " G",
        >= 1e6 => Text(value / 1e6, "0.00") + " M",
        >= 1e4 => Text(value / 1e3, "0.0") + " k",
        _ => Text(value, "0"),
    };

    private static void AddStatus(List<(string Text, Rank Rank)> parts, SearchState state)
    {
        Add(parts, state, "samples", "K", value => Text(value, "0"));
        Add(parts, state, "entropy", "entropy", value => Text(value, "0.00"));
        if (state.Status.TryGetValue("expected_macs", out var macs))
        {
            var target = state.Spec.Objective.Targets.FirstOrDefault(cost => cost.Metric == MetricNames.Macs)?.Value;
            parts.Add((target is { } limit ? $"MACs {Count(macs)} of {Count(limit)}" : $"MACs {Count(macs)}", Rank.Cost));
        }

        if (state.Last?.Metrics.TryGetValue(MetricNames.ValidationLoss, out var loss) == true)
        {
            parts.Add(($"val loss {Text(loss, "0.000")}", Rank.Loss));
        }
        else if (state.Last?.Metrics.TryGetValue(MetricNames.TrainLoss, out var trained) == true)
        {
            parts.Add(($"train loss {Text(trained, "0.000")}", Rank.Loss));
        }
    }

    private static void Add(List<(string Text, Rank Rank)> parts, SearchState state, string key, string label, Func<double, string> format)
    {
        if (state.Status.TryGetValue(key, out var value))
        {
            parts.Add(($"{label} {format(value)}", Rank.Strategy));
        }
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
