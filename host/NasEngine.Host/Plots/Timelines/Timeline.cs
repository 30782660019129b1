using NasEngine.Contracts;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Plots.Timelines;

/// <summary>
/// When what happened: runs and workers from their beginning to their end, and in a row of each kind what failed, was lost, was replaced
/// and won; how many candidates were under way at a time; how long each took.
/// </summary>
/// <param name="Lanes">The rows.</param>
/// <param name="InFlight">Candidates that were proposed and not measured.</param>
/// <param name="Durations">Seconds from its proposal to its result, a dot per candidate.</param>
public sealed record Timeline(Plot Lanes, Plot InFlight, Plot Durations)
{
    private const int DotsAcross = 60;

    /// <summary>The timeline of a search.</summary>
    /// <param name="search">What its journal has.</param>
    /// <param name="told">What was told beside it: its runs and workers.</param>
    /// <param name="space">Says what architectures are; null where nobody knows.</param>
    internal static Timeline Of(SearchFollower search, IReadOnlyCollection<LogLine> told, ISearchSpace? space)
    {
        var lanes = new Lanes(search, told, space);
        var unit = TimeUnit.For(lanes.End - search.Header.Created);
        var ofTrials = TimeUnit.For(SearchPlots.Span(search)); // Winners may be trained for longer than all trials, or much later.
        return new Timeline(Plotted(search.Header.Created, lanes.All, unit), UnderWay(search, ofTrials), TimeOfEach(search, ofTrials));
    }

    private static Plot Plotted(DateTimeOffset start, IReadOnlyList<Lane> lanes, TimeUnit unit)
    {
        double Place(DateTimeOffset at) => unit.Of(at - start);
        Line Stretches(string name, int row, IReadOnlyList<LaneBar> bars, LineKind kind) => new(
            name,
            [.. bars.SelectMany(bar => new[] { Place(bar.From), Place(bar.To), double.NaN })],
            [.. bars.SelectMany(_ => new[] { row, row, double.NaN })],
            kind)
        {
            Texts = [.. bars.SelectMany(bar => new[] { bar.Text, bar.Text, "" })],
            Trials = bars.All(bar => bar.Trial is not null)
                ? [.. bars.SelectMany(bar => Enumerable.Repeat(bar.Trial!.Value, 3))] : null,
        };

        return new Plot("What happened when", unit.Title, "",
        [
            .. lanes.Select((lane, row) => Stretches(lane.Name, row, lane.Bars, LineKind.Bars)),
            .. lanes.Select((lane, row) => Stretches(lane.Name, row, Half(lane.Jobs, 0), LineKind.Jobs)),
            .. lanes.Select((lane, row) => Stretches(lane.Name, row, Half(lane.Jobs, 1), LineKind.OtherJobs)),
            .. lanes.Select((lane, row) => new Line(
                lane.Name, [.. lane.Marks.Select(mark => Place(mark.At))], [.. lane.Marks.Select(_ => (double)row)],
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

    /// <summary>Every other job, so that neighbours are told apart.</summary>
    private static IReadOnlyList<LaneBar> Half(IReadOnlyList<LaneBar> jobs, int half) => [.. jobs.Where((_, place) => place % 2 == half)];

    /// <summary>A step up at every proposal, one down at every result.</summary>
    private static Plot UnderWay(SearchFollower search, TimeUnit unit)
    {
        var (starts, ends) = (Times(search, unit, search.Trials.ProposedAt), Times(search, unit, search.Trials.MeasuredAt));
        var (x, y) = (new double[starts.Length + ends.Length], new double[starts.Length + ends.Length]);
        for (int place = 0, began = 0, ended = 0; place < x.Length; place++)
        {
            var isStart = began < starts.Length && (ended == ends.Length || starts[began] <= ends[ended]);
            x[place] = isStart ? starts[began++] : ends[ended++];
            y[place] = began - ended;
        }

        var (thinX, thinY) = Search.Thinned.Curve(x, y, Plot.Points);
        return new Plot("Candidates under way", unit.Title, "candidates", [new Line("under way", thinX, thinY, LineKind.Steps)]);
    }

    private static Plot TimeOfEach(SearchFollower search, TimeUnit unit)
    {
        var numbers = Enumerable.Range(0, (int)search.Trials.Count)
            .Where(number => search.Trials.MeasuredAt(number) is not null && search.Trials.ProposedAt(number) is not null).ToArray();
        var times = Array.ConvertAll(numbers, number => unit.Of(search.Trials.MeasuredAt(number)!.Value - search.Header.Created));
        var seconds = Array.ConvertAll(
            numbers, number => (search.Trials.MeasuredAt(number)!.Value - search.Trials.ProposedAt(number)!.Value).TotalSeconds);
        var thin = Search.Thinned.Cloud(times, seconds, DotsAcross);
        return new Plot("Time from proposal to result", unit.Title, "seconds",
        [
            new Line("each", [.. thin.Select(place => times[place])], [.. thin.Select(place => seconds[place])], LineKind.Dots)
            {
                Trials = [.. thin.Select(place => (long)numbers[place])],
            },
        ]);
    }

    /// <summary>Times since the start, ascending.</summary>
    private static double[] Times(SearchFollower search, TimeUnit unit, Func<long, DateTimeOffset?> of)
    {
        var times = new List<double>((int)search.Trials.Count);
        for (long number = 0; number < search.Trials.Count; number++)
        {
            if (of(number) is { } at)
            {
                times.Add(unit.Of(at - search.Header.Created));
            }
        }

        times.Sort();
        return [.. times];
    }
}
