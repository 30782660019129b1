using NasEngine.Contracts;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Web.Views.Timelines;

/// <summary>
/// When what happened: runs and workers from their beginning to their end, and in a row of each kind what failed, was lost, was replaced
/// and won; how many candidates were under way at a time; how long each took.
/// </summary>
/// <param name="Lanes">The rows.</param>
/// <param name="InFlight">Candidates that were proposed and not measured.</param>
/// <param name="Durations">Seconds from its proposal to its result, a dot per candidate.</param>
public sealed record Timeline(Plot Lanes, Plot InFlight, Plot Durations)
{
    private const string Across = "hours since the start";
    private const int DotsAcross = 60;

    /// <summary>The timeline of a search.</summary>
    /// <param name="search">What its journal has.</param>
    /// <param name="told">What was told beside it: its runs and workers.</param>
    /// <param name="space">Says what architectures are; null where nobody knows.</param>
    internal static Timeline Of(SearchFollower search, IReadOnlyCollection<LogLine> told, ISearchSpace? space) => new(
        Plotted(search.Header.Created, new Lanes(search, told, space).All),
        UnderWay(search),
        TimeOfEach(search));

    private static Plot Plotted(DateTimeOffset start, IReadOnlyList<Lane> lanes)
    {
        double Hours(DateTimeOffset at) => (at - start).TotalHours;
        return new Plot("What happened when", Across, "",
        [
            .. lanes.Select((lane, row) => new Line(
                lane.Name,
                [.. lane.Bars.SelectMany(bar => new[] { Hours(bar.From), Hours(bar.To), double.NaN })],
                [.. lane.Bars.SelectMany(_ => new[] { row, row, double.NaN })],
                LineKind.Bars)
            {
                Texts = [.. lane.Bars.SelectMany(bar => new[] { bar.Text, bar.Text, "" })],
            }),
            .. lanes.Select((lane, row) => new Line(
                lane.Name, [.. lane.Marks.Select(mark => Hours(mark.At))], [.. lane.Marks.Select(_ => (double)row)],
                lane.IsBad ? LineKind.BadEvents : LineKind.Events)
            {
                Texts = [.. lane.Marks.Select(mark => mark.Text)],
                Trials = lane.Marks.All(mark => mark.Trial is not null) ? [.. lane.Marks.Select(mark => mark.Trial!.Value)] : null,
            }),
        ])
        {
            Rows = [.. lanes.Select(lane => lane.Name)],
        };
    }

    /// <summary>A step up at every proposal, one down at every result.</summary>
    private static Plot UnderWay(SearchFollower search)
    {
        var (starts, ends) = (Times(search, search.Trials.ProposedAt), Times(search, search.Trials.MeasuredAt));
        var (x, y) = (new double[starts.Length + ends.Length], new double[starts.Length + ends.Length]);
        for (int place = 0, began = 0, ended = 0; place < x.Length; place++)
        {
            var isStart = began < starts.Length && (ended == ends.Length || starts[began] <= ends[ended]);
            x[place] = isStart ? starts[began++] : ends[ended++];
            y[place] = began - ended;
        }

        var (thinX, thinY) = Search.Thinned.Curve(x, y, Plot.Points);
        return new Plot("Candidates under way", Across, "candidates", [new Line("under way", thinX, thinY, LineKind.Steps)]);
    }

    private static Plot TimeOfEach(SearchFollower search)
    {
        var numbers = Enumerable.Range(0, (int)search.Trials.Count)
            .Where(number => search.Trials.MeasuredAt(number) is not null && search.Trials.ProposedAt(number) is not null).ToArray();
        var hours = Array.ConvertAll(numbers, number => (search.Trials.MeasuredAt(number)!.Value - search.Header.Created).TotalHours);
        var seconds = Array.ConvertAll(
            numbers, number => (search.Trials.MeasuredAt(number)!.Value - search.Trials.ProposedAt(number)!.Value).TotalSeconds);
        var thin = Search.Thinned.Cloud(hours, seconds, DotsAcross);
        return new Plot("Time from proposal to result", Across, "seconds",
        [
            new Line("each", [.. thin.Select(place => hours[place])], [.. thin.Select(place => seconds[place])], LineKind.Dots)
            {
                Trials = [.. thin.Select(place => (long)numbers[place])],
            },
        ]);
    }

    /// <summary>Hours since the start, ascending.</summary>
    private static double[] Times(SearchFollower search, Func<long, DateTimeOffset?> of)
    {
        var times = new List<double>((int)search.Trials.Count);
        for (long number = 0; number < search.Trials.Count; number++)
        {
            if (of(number) is { } at)
            {
                times.Add((at - search.Header.Created).TotalHours);
            }
        }

        times.Sort();
        return [.. times];
    }
}
