using System.Globalization;
using NasEngine.Search;
using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>
/// The lines of the live display: what runs, a bar, where it is, the job, the last note. They are as many whatever there is to say,
/// and none is wrapped: a region that grows and shrinks leaves lines behind, or eats those above it.
/// </summary>
internal static class LiveLines
{
    private const int WidestBar = 60;
    private const char Done = '━';
    private const char Left = '─';

    /// <summary>Before anything is known.</summary>
    public static Grid Starting => Lines(Line("starting"), Line(""), Line(""), Line(""), Line(""));

    /// <summary>The lines of a state.</summary>
    /// <param name="state">The search.</param>
    /// <param name="rate">How fast it goes.</param>
    /// <param name="job">The job that reported last.</param>
    /// <param name="note">The last note.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static Grid Of(SearchState state, Rate rate, string job, string note, int width)
    {
        var left = ProgressPart.Of(state).Left is { } candidates ? rate.For(candidates) : null;
        return Lines(
            Line($"{state.Spec.Name}: {PartsText.Of(state.Spec)}"),
            Line(Bar(BudgetText.Share(state), width), Color.Green),
            Line(ProgressLine.Of(state, rate.PerSecond, left)),
            Line(job, Color.Grey),
            Line(note, Color.Yellow));
    }

    /// <summary>A share of the width with its percentage, which says it without colours too.</summary>
    public static string Bar(double share, int width)
    {
        var percent = string.Create(CultureInfo.InvariantCulture, $" {Math.Floor(100 * share),3}%");
        var length = Math.Max(0, Math.Min(WidestBar, width - percent.Length));
        var done = (int)Math.Floor(share * length);
        return new string(Done, done) + new string(Left, length - done) + percent;
    }

    private static Grid Lines(params Text[] lines)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0));
        foreach (var line in lines)
        {
            grid.AddRow(line);
        }

        return grid;
    }

    /// <summary>One line of text, whatever is in it: control characters would move the cursor.</summary>
    private static Text Line(string text, Color? colour = null)
    {
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return new Text(clean.Length > 0 ? clean : " ", colour is { } own ? new Style(own) : Style.Plain);
    }
}
