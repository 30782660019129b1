using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Worth;

/// <summary>What a comparison with random architectures says, in sentences.</summary>
internal static class WorthSentences
{
    /// <summary>All of them, in order.</summary>
    public static IEnumerable<string> Of(SearchWorth worth) =>
        new[] { Against(worth), Failures(worth), Percentile(worth), Gain(worth), Compute(worth) }.Where(sentence => sentence.Length > 0);

    /// <summary>The band: <c>MACs from 960.0 k to 1.20 M (80 to 100% of the limit)</c>.</summary>
    public static string Band(CostBand band)
    {
        var (low, high) = (MetricText.Figure(band.Metric, band.Low), MetricText.Figure(band.Metric, band.High));
        var around = band.Around == BandAround.Limit ? "the limit" : "the winner's";
        var shares = Text($"{100 * band.Shares.Low:0.##} to {100 * band.Shares.High:0.##}%");
        return $"{MetricText.Short(band.Metric)} from {low} to {high} ({shares} of {around})";
    }

    /// <summary>That there are fewer than were asked for; empty where there are as many.</summary>
    public static string Shortfall(int asked, int found) => found >= asked
        ? ""
        : Text($"Random draws find only {found} different architectures in the band, not {asked}.");

    /// <summary>What a plan comes to.</summary>
    public static string Plan(WorthPlan plan, WorthForecast forecast)
    {
        var done = forecast.Done > 0 ? Text($" {forecast.Done} of them are done.") : "";
        var source = forecast.Done > 0 ? "each took" : plan.Subject.IsTabular ? "a trial of the search took" : "a final of the search took";
        return Text($"{plan.Name.Search}: {plan.Trainings} random architectures with {Band(plan.Band)}.{done} ")
            + Text($"{forecast.Left} left, about {ProgressLine.Duration(forecast.Time)}: {source} {forecast.SecondsOfOne:0.#} s.");
    }

    private static string Against(SearchWorth worth)
    {
        var shortfall = Shortfall(worth.Asked, worth.Random.Values.Length + worth.Failed);
        return Text($"{worth.Search} against {worth.Random.Values.Length} random architectures with {Band(worth.Band)}, ")
            + $"measured as the winner was{Cost(worth)}.{(shortfall.Length > 0 ? " " + shortfall : "")}";
    }

    /// <summary>Where the winner is outside the band, that it is not of the same cost.</summary>
    private static string Cost(SearchWorth worth)
    {
        var (metric, low, high) = (worth.Band.Metric, worth.Band.Low, worth.Band.High);
        return !worth.Winner.Metrics.TryGetValue(metric, out var cost) || (cost >= low && cost <= high) ? ""
            : $"; the winner has {MetricText.Figure(metric, cost)}, {(cost < low ? "less" : "more")} than they have";
    }

    private static string Failures(SearchWorth worth) => worth.Failed > 0
        ? Text($"{worth.Failed} more could not be trained and count for nothing.")
        : "";

    private static string Percentile(SearchWorth worth)
    {
        var standing = worth.Standing;
        var ties = standing.Tied > 0 ? Text($" and ties with {standing.Tied}, which count half") : "";
        var verdict = standing.Verdict switch
        {
            Verdict.Better => "better than a random architecture of the band",
            Verdict.Worse => "worse than a random architecture of the band",
            _ => "no better than a random architecture of the band, as far as these can tell",
        };
        return Text($"The winner beats {standing.Beaten} of {worth.Random.Values.Length}{ties}: percentile {100 * standing.Share:0.#}, ")
            + Text($"95% interval {100 * standing.Low:0.#} to {100 * standing.High:0.#} (Wilson); {verdict}.");
    }

    private static string Gain(SearchWorth worth) => $"It is {Difference(worth.Metric, worth.Standing.Gain)} their mean, "
        + $"whose standard error is {Figure(worth.Metric, worth.Standing.GainError)}.";

    private static string Compute(SearchWorth worth)
    {
        var compute = worth.SameCompute;
        var sign = worth.Metric.Direction == Direction.Maximize ? 1 : -1;
        var difference = sign * (worth.Winner.Metrics[worth.Metric.Metric] - compute.ExpectedBest);
        var what = compute.IsLeast
            ? Text($"the best of all, or more: it is enough for {compute.Trainings} trainings")
            : Text($"the expected best of the {compute.Trainings} trainings that it is enough for");
        return $"The same compute spent on random search gives {Figure(worth.Metric, compute.ExpectedBest)}, {what}; "
            + $"the winner is {Difference(worth.Metric, difference)} that.";
    }

    private static string Difference(ObjectiveAxis metric, double gain) =>
        gain == 0 ? "no better and no worse than" : $"{Figure(metric, Math.Abs(gain))} {(gain > 0 ? "better than" : "worse than")}";

    private static string Figure(ObjectiveAxis metric, double value) => MetricText.Figure(metric.Metric, value);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
