using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using NasEngine.Host.Plots;
using PlotLine = NasEngine.Host.Plots.Line;

namespace NasEngine.Web.Components.Parts;

/// <summary>Plots as the charting library takes them, in the colours of the page.</summary>
internal static class ChartLook
{
    private static readonly string[] Light = ["#2458c5", "#c2410c", "#0f766e", "#7c3aed", "#a16207", "#be185d"];
    private static readonly string[] Dark = ["#8fb3ff", "#ffb088", "#5ec4b6", "#c4a7ff", "#e5c06a", "#ff9ac4"];

    /// <summary>Between the figures of the upright axis and its title, pixels: the margin grows with the figures.</summary>
    private const int TitleGap = 8;

    /// <summary>Letters of names that surely stand beside each other in the narrowest plot.</summary>
    private const int LettersAcross = 36;

    /// <summary>Points that are few.</summary>
    private const int Few = 40;

    /// <summary>Tools that are of no use here.</summary>
    private static readonly string[] Useless = ["select2d", "lasso2d"];

    /// <summary>How all charts behave.</summary>
    public static Config Config() => new()
    {
        Responsive = true,
        DisplayLogo = false,
        DisplayModeBar = Plotly.Blazor.ConfigLib.DisplayModeBarEnum.Hover,
        ModeBarButtonsToRemove = Useless,
    };

    /// <summary>Colours and axes.</summary>
    public static Layout Layout(string across, string up, bool isDark, bool legend)
    {
        var (text, grid) = isDark ? ("#c3cad4", "#2a313b") : ("#3b4654", "#e6e9ee");
        return new Layout
        {
            AutoSize = true,
            PaperBgColor = "rgba(0,0,0,0)",
            PlotBgColor = "rgba(0,0,0,0)",
            Font = new Font { Color = text, Size = 12, Family = "system-ui, DejaVu Sans, sans-serif" },
            Margin = new Margin { L = 62, R = 12, T = legend ? 30 : 10, B = across.Length > LettersAcross ? 60 : 44 },
            ModeBar = new ModeBar { BgColor = "rgba(0,0,0,0)", Color = isDark ? "#7d8896" : "#8a94a1", ActiveColor = text },
            ShowLegend = legend,
            Legend =
            [
                new Legend
                {
                    Orientation = Plotly.Blazor.LayoutLib.LegendLib.OrientationEnum.H,
                    X = 0,
                    Y = 1,
                    YAnchor = Plotly.Blazor.LayoutLib.LegendLib.YAnchorEnum.Bottom,
                },
            ],
            HoverMode = HoverModeEnum.Closest,
            UiRevision = "kept",
            XAxis =
            [
                new XAxis
                {
                    Title = new Plotly.Blazor.LayoutLib.XAxisLib.Title { Text = TitleAcross(across) },
                    GridColor = grid,
                    ZeroLine = false,
                    LineColor = grid,
                    AutoMargin = Plotly.Blazor.LayoutLib.XAxisLib.AutoMarginFlag.True,
                },
            ],
            YAxis =
            [
                new YAxis
                {
                    Title = new Plotly.Blazor.LayoutLib.YAxisLib.Title { Text = up, Standoff = TitleGap },
                    GridColor = grid,
                    ZeroLine = false,
                    LineColor = grid,
                    AutoMargin = Plotly.Blazor.LayoutLib.YAxisLib.AutoMarginFlag.True,
                },
            ],
        };
    }

    /// <summary>A title that a telephone has no room for stands on two lines.</summary>
    private static string TitleAcross(string across) =>
        across.Length > LettersAcross ? across.Replace(", ", "<br>", StringComparison.Ordinal) : across;

    /// <summary>The lines of a plot.</summary>
    public static IList<ITrace> Traces(Plot plot, bool isDark)
    {
        var colours = isDark ? Dark : Light;
        var quiet = isDark ? "#5b6675" : "#aab3bf";
        var traces = new List<ITrace>();
        var used = 0;
        foreach (var line in plot.Lines.Where(line => line.X.Length > 0))
        {
            traces.Add(line.Kind switch
            {
                LineKind.Dots or LineKind.Level => Trace(line, quiet),
                LineKind.Bars or LineKind.Events => Trace(line, colours[0]),
                LineKind.BadEvents => Trace(line, colours[1]),
                LineKind.Jobs => Trace(line, colours[0]),
                LineKind.OtherJobs => Trace(line, colours[2]),
                _ => Trace(line, colours[used++ % colours.Length]),
            });
        }

        return traces;
    }

    /// <summary>The map of a distribution: dark is never, bright is always.</summary>
    public static HeatMap HeatMap(Distribution distribution, bool isDark) => new()
    {
        X = [.. distribution.Windows.Select(window => (object)Distribution.Name(window))],
        Y = [.. distribution.Rows.Select(row => (object)row.Name)],
        Z = [.. distribution.Rows.Select(
            row => (object)distribution.Windows.Select(window => Math.Round(Distribution.Share(row, window), 4)).ToArray())],
        ZMin = 0,
        ZMax = 1,
        ColorScale = isDark
            ? new object[] { new object[] { 0, "#161b22" }, new object[] { 0.5, "#2458c5" }, new object[] { 1, "#e6efff" } }
            : new object[] { new object[] { 0, "#f3f5f8" }, new object[] { 0.5, "#8fb3ff" }, new object[] { 1, "#12357f" } },
        HoverTemplate = "%{y}<br>candidates %{x}: %{z:.1%}<extra></extra>",
        ColorBar = new Plotly.Blazor.Traces.HeatMapLib.ColorBar { Thickness = 10, TickFormat = ".0%" },
    };

    private static Scatter Trace(PlotLine line, string colour) => new()
    {
        Name = line.Name,
        ClipOnAxis = false, // A point in the corner is a point.
        X = Boxed(line.X),
        Y = Boxed(line.Y),
        Mode = line.Kind switch
        {
            LineKind.Dots or LineKind.Events or LineKind.BadEvents => ModeFlag.Markers,
            LineKind.Marks => ModeFlag.Markers | ModeFlag.Lines,
            _ => ModeFlag.Lines,
        },
        Line = new Plotly.Blazor.Traces.ScatterLib.Line
        {
            Color = colour,
            Width = line.Kind switch
            {
                LineKind.Marks or LineKind.Level => 1,
                LineKind.Bars => 13,
                LineKind.Jobs or LineKind.OtherJobs => 7,
                _ => 2,
            },
            Dash = line.Kind == LineKind.Level ? "dash" : null,
            Shape = line.Kind == LineKind.Steps
                ? Plotly.Blazor.Traces.ScatterLib.LineLib.ShapeEnum.Hv
                : Plotly.Blazor.Traces.ScatterLib.LineLib.ShapeEnum.Linear,
        },
        Marker =
            new Marker
            {
                Color = colour,
                Size = SizeOf(line),
                Opacity = line.Kind == LineKind.Dots ? 0.75m : 1,
                Symbol = line.Kind == LineKind.BadEvents
                    ? Plotly.Blazor.Traces.ScatterLib.MarkerLib.SymbolEnum.X : Plotly.Blazor.Traces.ScatterLib.MarkerLib.SymbolEnum.Circle,
            },
        HoverInfo = line.Kind >= LineKind.Bars ? HoverInfoFlag.Text : HoverInfoFlag.All,
        Opacity = line.Kind == LineKind.Bars ? 0.35m : 1,
        HoverTextArray = line.Texts ?? line.Trials?.Select(number => $"trial {number}").ToArray(),
    };

    /// <summary>Pixels of a point: the first ones of a search are not lost on a large plane.</summary>
    public static int SizeOf(PlotLine line) => line.Kind is LineKind.Marks or LineKind.Events or LineKind.BadEvents ? 9
        : line.X.Length <= Few ? 7
        : 4;

    /// <summary>Names in place of numbers on the upright axis, the first above.</summary>
    public static void Name(Layout layout, IReadOnlyList<string> rows)
    {
        var axis = layout.YAxis[0];
        axis.TickVals = [.. Enumerable.Range(0, rows.Count).Select(row => (object)row)];
        axis.TickText = [.. rows.Select(row => (object)row)];
        axis.Range = [rows.Count - 0.4, -0.6];
    }

    /// <summary>Names in place of numbers on the axis across.</summary>
    public static void NameAcross(Layout layout, IReadOnlyList<string> columns)
    {
        var axis = layout.XAxis[0];
        axis.TickVals = [.. Enumerable.Range(0, columns.Count).Select(column => (object)column)];
        axis.TickText = [.. columns.Select(column => (object)column)];
        axis.Range = [-0.5, columns.Count - 0.5];
        if (columns.Sum(column => column.Length) > LettersAcross)
        {
            axis.TickAngle = -35; // A name that ends at its place is not cut off at the right.
        }

        axis.ShowGrid = false;
    }

    /// <summary>Shows a part at first; the tool that shows all is beside it.</summary>
    public static void Show(Layout layout, PlotWindow window)
    {
        layout.XAxis[0].Range = [window.Left, window.Right];
        layout.YAxis[0].Range = [window.Low, window.High];
    }

    /// <summary>Lets axes of what is never negative begin at nought: a single point would else stand in the middle of both signs.</summary>
    public static void Begin(Layout layout, Plot plot)
    {
        var (across, up) = plot.IsNonnegative;
        layout.XAxis[0].RangeMode = across
            ? Plotly.Blazor.LayoutLib.XAxisLib.RangeModeEnum.NonNegative : Plotly.Blazor.LayoutLib.XAxisLib.RangeModeEnum.Normal;
        layout.YAxis[0].RangeMode = up
            ? Plotly.Blazor.LayoutLib.YAxisLib.RangeModeEnum.NonNegative : Plotly.Blazor.LayoutLib.YAxisLib.RangeModeEnum.Normal;
    }

    private static List<object> Boxed(double[] values) => [.. values.Select(value => double.IsNaN(value) ? null! : (object)value)];
}
