namespace NasEngine.Host.Plots;

/// <summary>The importance of decisions as a picture: a bar for each, and a line over its spread.</summary>
internal static class ImportancePlot
{
    /// <summary>The picture; null where nothing is known.</summary>
    /// <param name="importances">The most important decisions first.</param>
    /// <param name="most">Rows at most.</param>
    public static Plot? Of(IReadOnlyList<Importance> importances, int most)
    {
        var shown = importances.Take(most).ToArray();
        return shown.Length == 0 ? null : new Plot("Importance of decisions", "share of what single decisions explain", "",
        [
            Bars("share", LineKind.Bars, shown, one => (0, one.Share)),
            Bars("standard deviation", LineKind.Line, shown, one => (Math.Max(0, one.Share - one.Spread), one.Share + one.Spread)),
        ])
        {
            Rows = [.. shown.Select(one => one.Decision)],
        };
    }

    private static Line Bars(string name, LineKind kind, Importance[] shown, Func<Importance, (double From, double To)> of) => new(
        name,
        [.. shown.SelectMany(one => new[] { of(one).From, of(one).To, double.NaN })],
        [.. shown.SelectMany((_, row) => new[] { row, row, double.NaN })],
        kind);
}
