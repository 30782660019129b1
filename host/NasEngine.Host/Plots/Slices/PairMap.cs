using NasEngine.Contracts;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Host.Plots.Slices;

/// <summary>The mean of a metric by the choices of two decisions together.</summary>
/// <param name="Across">The decision of the columns.</param>
/// <param name="Down">The decision of the rows.</param>
/// <param name="Cells">Row by row.</param>
internal sealed record PairMap(Decision Across, Decision Down, IReadOnlyList<IReadOnlyList<PairCell>> Cells)
{
    /// <summary>The map of two decisions.</summary>
    /// <param name="search">The search.</param>
    /// <param name="space">Its space.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="across">Place of the decision of the columns.</param>
    /// <param name="down">Place of the decision of the rows.</param>
    public static PairMap Of(SearchFollower search, ISearchSpace space, string metric, int across, int down)
    {
        var (first, second) = (space.Decisions.Decisions[across], space.Decisions.Decisions[down]);
        var sums = new (double Sum, int Count)[second.Count, first.Count];
        foreach (var number in SlicePlots.Trials(search, space, metric))
        {
            var values = search.Trials.Architectures.Of(number);
            if (values[across] >= 0 && values[down] >= 0)
            {
                ref var cell = ref sums[values[down], values[across]];
                cell = (cell.Sum + search.Trials.Metrics[metric][number], cell.Count + 1);
            }
        }

        var means = sums.Cast<(double Sum, int Count)>().Where(cell => cell.Count > 0).Select(cell => cell.Sum / cell.Count).ToArray();
        var (low, high) = means.Length == 0 ? (0, 0) : (means.Min(), means.Max());
        return new PairMap(first, second,
        [
            .. Enumerable.Range(0, second.Count).Select(row => Enumerable.Range(0, first.Count)
                .Select(column => Cell(sums[row, column], low, high)).ToArray()),
        ]);
    }

    private static PairCell Cell((double Sum, int Count) sum, double low, double high) => sum.Count == 0
        ? new PairCell(null, 0, 0)
        : new PairCell(sum.Sum / sum.Count, sum.Count, high > low ? (sum.Sum / sum.Count - low) / (high - low) : 0.5);
}

/// <summary>A pair of choices.</summary>
/// <param name="Mean">Mean over its trials; null where there is none.</param>
/// <param name="Count">How many trials have both.</param>
/// <param name="Height">Where the mean is between the least and the greatest, 0 to 1.</param>
internal sealed record PairCell(double? Mean, int Count, double Height);
