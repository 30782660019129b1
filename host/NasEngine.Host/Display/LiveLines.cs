using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>
/// The lines of the live display: what runs, a bar, where it is, the curve of the objective, the best three, what it works at, the last
/// note. They are as many whatever there is to say, and none is wrapped: a region that grows and shrinks leaves lines behind, or eats those
/// above it. A low terminal has fewer of them.
/// </summary>
internal static class LiveLines
{
    private const int WidestBar = 60;
    private const int Essential = 5;
    private const int Best = 3;
    private const char Done = '━';
    private const char Left = '─';

    /// <summary>The lines of a picture.</summary>
    /// <param name="picture">What there is to see.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="height">Its lines; one is left for the cursor.</param>
    public static Grid Of(Picture picture, int width, int height)
    {
        var more = Math.Clamp(height - 1 - Essential, 0, 1 + Best);
        var state = picture.State;
        (string Text, Color? Colour)[] lines =
        [
            (state is null ? Doing.Starting : $"{state.Spec.Name}: {PartsText.Of(state.Spec)}", null),
            (state is null ? "" : Bar(BudgetText.Share(state), width), Color.Green),
            (state is null ? "" : ProgressLine.Of(state, picture.PerSecond, picture.Left, width), null),
            .. new[] { Curve(picture, width) }.Concat(BestLines(picture)).Take(more),
            (state is null ? "" : picture.Doing, Color.Grey),
            (picture.Note, Color.Yellow),
        ];
        return Grid(lines, width);
    }

    /// <summary>Two lines for each of several: where it is, and what it works at or was told; as many as the terminal is high.</summary>
    public static Grid OfSeveral(IReadOnlyList<Picture> pictures, int width, int height) => Grid(
        pictures.SelectMany(picture => picture.State is not { } state
            ? new (string, Color?)[] { (Doing.Starting, null), (picture.Note, Color.Yellow) }
            : [
                ($"{state.Spec.Name}: {ProgressLine.Of(state, picture.PerSecond, picture.Left)}", null),
                picture.Doing.Length > 0 ? ($"  {picture.Doing}", Color.Grey) : ($"  {picture.Note}", Color.Yellow),
            ]).Take(Math.Max(1, height - 1)),
        width);

    /// <summary>A share of the width with its percentage, which says it without colours too.</summary>
    public static string Bar(double share, int width)
    {
        var percent = string.Create(CultureInfo.InvariantCulture, $" {Math.Floor(100 * share),3}%");
        var length = Math.Max(0, Math.Min(WidestBar, width - percent.Length));
        var done = (int)Math.Floor(share * length);
        return new string(Done, done) + new string(Left, length - done) + percent;
    }

    private static Grid Grid(IEnumerable<(string Text, Color? Colour)> lines, int width)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0));
        foreach (var (text, colour) in lines)
        {
            grid.AddRow(Line(TextColumns.Fit(TextColumns.Clean(text), width), colour));
        }

        return grid;
    }

    private static (string Text, Color? Colour) Curve(Picture picture, int width)
    {
        if (picture.State is not { } state || picture.Curve.Count == 0)
        {
            return ("", null);
        }

        var metric = CurveMetric(state);
        var (least, greatest) = SparkLine.RangeOf(picture.Curve);
        var range = $" {MetricText.Figure(metric, least)} to {MetricText.Figure(metric, greatest)}";
        var length = Math.Min(WidestBar, width - MetricText.Short(metric).Length - 1 - range.Length);
        return ($"{MetricText.Short(metric)} {SparkLine.Of(picture.Curve, Math.Max(1, length))}{range}", Color.Aqua);
    }

    private static string CurveMetric(Search.SearchState state) =>
        new[] { state.Spec.Objective.Axes[0].Metric, MetricNames.ValidationLoss, MetricNames.TrainLoss }
            .FirstOrDefault(metric => state.Last?.Metrics.ContainsKey(metric) == true) ?? state.Spec.Objective.Axes[0].Metric;

    private static IEnumerable<(string Text, Color? Colour)> BestLines(Picture picture)
    {
        for (var place = 0; place < Best; place++)
        {
            yield return picture.State is { } state && place < state.Leaders.Length
                ? (BestLine.Of(state.Leaders[place], place, state.Axes, picture.Format), null)
                : ("", null);
        }
    }

    private static Text Line(string text, Color? colour) =>
        new(text.Length > 0 ? text : " ", colour is { } own ? new Style(own) : Style.Plain);
}
