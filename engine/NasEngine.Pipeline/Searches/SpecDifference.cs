using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// What differs between two definitions of a search, in words. Where the files of its data and of its parts lie is no difference: what
/// is in them is compared by its hash. Nor is which machines train its networks; which measure latencies is.
/// </summary>
public static class SpecDifference
{
    /// <summary>One phrase per difference, <c>strategy.lambda: 0.25 → 0.5</c>; empty when the specs are equal.</summary>
    public static IReadOnlyList<string> Of(SearchSpec was, SearchSpec now) =>
    [
        .. Component("space", was.Space, now.Space),
        .. Component("strategy", was.Strategy, now.Strategy),
        .. Component("data", Placeless(was.Data), Placeless(now.Data)),
        .. Component("estimator", was.Estimator, now.Estimator),
        .. Component("final", was.Final?.Estimator, now.Final?.Estimator),
        .. Component("profiler", was.Profiler, now.Profiler),
        .. Value("final.inherit", was.Final?.Inherits ?? false, now.Final?.Inherits ?? false),
        .. Value("finalists", Said(was.Final?.Count), Said(now.Final?.Count)),
        .. Value("final.seeds", was.Final?.Seeds ?? 1, now.Final?.Seeds ?? 1),
        .. Objective(was.Objective, now.Objective),
        .. Value("axes", Axes(was.Objective), Axes(now.Objective)),
        .. Component("costs", was.Costs, now.Costs),
        .. Value("requirements", Requirements(was.Objective), Requirements(now.Objective)),
        .. Budget(was.Budget, now.Budget),
        .. Value("seed", was.Seed, now.Seed),
        .. Value("window", was.Window, now.Window),
        .. Value("deterministic", was.Deterministic, now.Deterministic),
        .. Value("device", was.Device, now.Device),
        .. Value("threads", was.Threads, now.Threads),
        .. Value("on.latency", Tags(was.Places.Latency), Tags(now.Places.Latency)),
    ];

    /// <summary>As <see cref="Of(SearchSpec, SearchSpec)"/>, without where files lie whose content is compared.</summary>
    /// <param name="was">One definition.</param>
    /// <param name="now">The other.</param>
    /// <param name="files">Places of the options that name them, <c>estimator.table</c>; see <see cref="SearchFiles"/>.</param>
    public static IReadOnlyList<string> Of(SearchSpec was, SearchSpec now, IEnumerable<string> files) =>
        [.. Of(was, now).Where(phrase => !files.Any(file => phrase.StartsWith($"{file}: ", StringComparison.OrdinalIgnoreCase)))];

    private static ComponentSpec? Placeless(ComponentSpec? data) => data is null ? null : data with
    {
        Options = new OptionBag(data.Options.Values.Remove(IDataset.FolderOption)),
    };

    private static IEnumerable<string> Component(string name, ComponentSpec? was, ComponentSpec? now)
    {
        if (was?.Id != now?.Id)
        {
            return [$"{name}: {was?.Id ?? "none"} → {now?.Id ?? "none"}"];
        }

        var before = (was?.Options ?? OptionBag.Empty).Values;
        var after = (now?.Options ?? OptionBag.Empty).Values;
        return before.Keys.Union(after.Keys, StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .SelectMany(key => Value($"{name}.{key}", before.GetValueOrDefault(key, "default"), after.GetValueOrDefault(key, "default")))
            .Concat(Inner(name, was?.Inner ?? [], now?.Inner ?? []));
    }

    private static IEnumerable<string> Inner(string name, ImmutableArray<ComponentSpec> was, ImmutableArray<ComponentSpec> now) =>
        was.Length != now.Length
            ? Value($"parts of {name}", was.Length, now.Length)
            : was.Zip(now).SelectMany((pair, place) => Component(FormattableString.Invariant($"{name}[{place}]"), pair.First, pair.Second));

    /// <summary>A budget of an earlier program says no more than how many candidates.</summary>
    private static IEnumerable<string> Budget(Budget was, Budget now) =>
    [
        .. Value("budget", was.Candidates, now.Candidates),
        .. was.Trials is null && was.Steps is null ? [] : Value("budget.trials", Said(was.Trials), Said(now.Trials)),
        .. was.Trials is null && was.Steps is null ? [] : Value("budget.steps", Said(was.Steps), Said(now.Steps)),
        .. Value("budget.epochs", Said(was.Epochs), Said(now.Epochs)),
        .. Value("budget.virtualSeconds", Said(was.VirtualSeconds), Said(now.VirtualSeconds)),
        .. Value("budget.time", Said(was.Time), Said(now.Time)),
        .. Value("stop at", was.Goal?.ToString() ?? "none", now.Goal?.ToString() ?? "none"),
    ];

    private static string Tags(MachineTags tags) => tags.IsNone ? "anywhere" : tags.Text;

    private static string Said<T>(T? limit)
        where T : struct => FormattableString.Invariant($"{(limit is null ? "none" : limit)}");

    private static string Requirements(ObjectiveSpec objective) =>
        objective is not Objective { Requirements.IsEmpty: false } product ? "none" : string.Join(
        ", ",
        product.Requirements.Select(one =>
            FormattableString.Invariant($"{one.Metric} {(one.Direction == Direction.Minimize ? "≤" : "≥")} {one.Limit}")));

    private static IEnumerable<string> Value<T>(string name, T was, T now) =>
        EqualityComparer<T>.Default.Equals(was, now) ? [] : [FormattableString.Invariant($"{name}: {was} → {now}")];

    private static IEnumerable<string> Objective(ObjectiveSpec was, ObjectiveSpec now) =>
        (was, now) is (OfferedObjective before, OfferedObjective after)
        ? Component("objective", before.Component, after.Component)
        : Value("objective", Text(was), Text(now));

    private static string Text(ObjectiveSpec objective) => objective is not Objective product ? objective.Name : string.Join(
        " × ",
        product.Costs
            .Select(cost => FormattableString.Invariant($"({cost.Metric}/{cost.Target})^[{cost.Below}, {cost.Above}]"))
            .Prepend(product.Metric));

    private static string Axes(ObjectiveSpec objective) =>
        string.Join(", ", objective.Axes.Select(axis => $"{(axis.Direction == Direction.Minimize ? "−" : "")}{axis.Metric}"));
}
