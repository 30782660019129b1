using NasEngine.Contracts;
using NasEngine.Host.Plots;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Web.Views;

/// <summary>Some rows of the table of trials.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Matching">How many there are in all that are asked for.</param>
public sealed record TrialPage(IReadOnlyList<TrialRow> Rows, int Matching)
{
    /// <summary>The metrics that are columns, those of the objective first.</summary>
    public static IReadOnlyList<string> Columns(SearchFollower search) => FrontPlot.Axes(search);

    /// <summary>A page of the table.</summary>
    public static TrialPage Of(SearchFollower search, ISearchSpace? space, TrialQuery query, int skip, int take)
    {
        var columns = Columns(search);
        if (query is { State: null, Text.Length: 0, SortBy: TrialQuery.Number })
        {
            var count = (int)search.Trials.Count;
            return new TrialPage(
                [.. Enumerable.Range(skip, Math.Clamp(count - skip, 0, take))
                    .Select(place => Row(search, space, query.Descending ? count - 1 - place : place, columns))],
                count);
        }

        var numbers = Enumerable.Range(0, (int)search.Trials.Count)
            .Where(number => query.State is null || StateOf(search, number) == query.State)
            .Where(number => query.Text.Length == 0 || Text(search, space, number).Contains(query.Text, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        Sort(search, numbers, query);
        return new TrialPage([.. numbers.Skip(skip).Take(take).Select(number => Row(search, space, number, columns))], numbers.Length);
    }

    /// <summary>One row.</summary>
    public static TrialRow Row(SearchFollower search, ISearchSpace? space, long number, IReadOnlyList<string> columns) => new(
        number,
        StateOf(search, number),
        Finite(search.Trials.Scores[number]),
        [.. columns.Select(name => Finite(search.Trials.Metrics[name][number]))],
        Text(search, space, number),
        search.Trials.MeasuredAt(number));

    /// <summary>
    /// The architecture of a trial in its space's text; its key where the space is not there; empty for a step of a supernet.
    /// </summary>
    public static string ArchitectureText(SearchFollower search, ISearchSpace? space, long number)
    {
        if (search.Trials.FidelityOf(number) is null)
        {
            return "";
        }

        var architecture = search.Trials.Architectures.Of(search.Header.Spec.Space.Id, number);
        return space?.Format(architecture) ?? architecture.Key;
    }

    private static string Text(SearchFollower search, ISearchSpace? space, long number)
    {
        var architecture = ArchitectureText(search, space, number);
        return search.Trials.FailureOf(number) is { } failure ? $"{failure} {architecture}" : architecture;
    }

    private static string StateOf(SearchFollower search, long number) =>
        search.Trials.MeasuredAt(number) is null ? "in flight" : search.Trials.FailureOf(number) is null ? "measured" : "failed";

    private static void Sort(SearchFollower search, int[] numbers, TrialQuery query)
    {
        var sign = query.Descending ? -1 : 1;
        if (query.SortBy == TrialQuery.Number)
        {
            if (query.Descending)
            {
                Array.Reverse(numbers);
            }

            return;
        }

        var column = query.SortBy == TrialQuery.Score ? search.Trials.Scores : search.Trials.Metrics.GetValueOrDefault(query.SortBy);
        if (column is null)
        {
            return;
        }

        // What has no figure comes last, whichever way; what is alike in the order of its numbers.
        var keys = Array.ConvertAll(numbers, number => double.IsNaN(column[number]) ? double.PositiveInfinity : sign * column[number]);
        Array.Sort(keys, numbers);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
            {
                end++;
            }

            Array.Sort(numbers, start, end - start);
        }
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
