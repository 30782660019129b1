using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Slicing;

/// <summary>
/// How slices under other limits are taken out of a trained supernet: by a search of its own, which begins with the steps and checkpoints
/// of the one that trained it and measures slices from there, so that it is journaled, stopped and resumed as any other.
/// </summary>
/// <param name="Header">The search that trained the supernet.</param>
/// <param name="Spec">The search for slices.</param>
public sealed record SlicePlan(SearchHeader Header, SearchSpec Spec)
{
    /// <summary>Plans it; nothing is written.</summary>
    /// <param name="header">The search that trained the supernet.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="latencies">The costs that are read from the asked table; null where none is named.</param>
    /// <exception cref="InputException">
    /// It is asked of slices, its objective has no limits that others can take the place of, or nothing predicts latencies.
    /// </exception>
    public static SlicePlan Of(SearchHeader header, SliceRequest request, ComponentSpec? latencies)
    {
        var spec = header.Spec;
        if (SliceName.SearchIn(spec.Name) is { } trained)
        {
            throw new InputException($"Search '{spec.Name}' takes slices of the supernet of '{trained}'; ask '{trained}'.");
        }

        if (spec.Objective is not Objective objective)
        {
            throw new InputException(
                $"The objective of search '{spec.Name}' is of a plugin, and its limits are not known; slices are taken under limits of "
                + "Maximize and Minimize.");
        }

        var limits = request.Limits.Select(limit => limit.Metric).ToHashSet(StringComparer.Ordinal);
        if (limits.Contains(MetricNames.Latency) && (latencies ?? spec.Costs) is null)
        {
            throw new InputException(
                $"Search '{spec.Name}' predicts no latencies; name the table of the device that its slices are for: "
                + "--latencies TABLE.json.");
        }

        var under = request.Limits.Aggregate(
            objective with
            {
                Costs = [],
                Requirements = [.. objective.Requirements.Where(one => !limits.Contains(one.Metric))],
            },
            (limited, limit) => limited.Under(limit.Metric, limit.Value));
        var name = new SliceName(spec.Name, request.Limits, request.Latencies is { } table ? SliceName.TableOf(table) : null);
        return new SlicePlan(header, spec with { Name = name.ToString(), Objective = under, Costs = With(spec.Costs, latencies) });
    }

    /// <summary>
    /// The steps that the search begins with, if the supernet is trained and there; null where it was begun. Nothing is written.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="prepared">The search for slices, its strategy fresh.</param>
    /// <param name="plugins">
    /// SHA-256 of the files of its plugins; null where they may be others than those that trained the supernet.
    /// </param>
    /// <exception cref="InputException">
    /// There is no trained supernet, it was trained for the limits of its search, its checkpoints are gone, or the plugins are others.
    /// </exception>
    public TrainedSteps? Trained(string workspace, PreparedSearch prepared, IReadOnlyDictionary<string, string>? plugins)
    {
        using var journal = SearchJournal.OpenToRead(workspace)!;
        if (IsBegun(journal))
        {
            return null;
        }

        if (plugins is not null && PluginHistory.Read(journal, Header).ChangesTo(plugins) is { Length: > 0 } replaced)
        {
            throw SearchRunner.Replaced(Header.Spec.Name, replaced);
        }

        var steps = TrainedSteps.Of(Header.Spec, Counting(journal));
        MustBeTheSame(steps, prepared);
        Copy(workspace).MustExist(steps.Checkpoints);
        return steps;
    }

    /// <summary>Begins the search; does nothing where it was begun.</summary>
    /// <param name="workspace">The workspace; the caller holds its lock.</param>
    /// <param name="steps">What it begins with.</param>
    /// <param name="spec">It, at its place here.</param>
    /// <param name="origin">What it is run by, and what it reads.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="InputException">The supernet was trained on other data or files, or its checkpoints are gone.</exception>
    public void Begin(string workspace, TrainedSteps steps, SearchSpec spec, SearchOrigin origin, DateTimeOffset now)
    {
        using var journal = SearchJournal.OpenToWrite(workspace);
        if (IsBegun(journal))
        {
            return;
        }

        if (origin.Inputs.ChangeSince(Header.Spec.Name, InputsRead(), "it trained its supernet") is { } change)
        {
            throw new InputException($"{change}; slices are measured on what the supernet was trained on: bring it back.");
        }

        Copy(workspace).Make(steps.Checkpoints);
        if (journal.Find(Spec.Name) is null)
        {
            journal.Create(spec, origin, now);
        }

        var header = journal.Find(Spec.Name)!;
        using var writer = new EventWriter(journal, header, new EventReader(journal, header));
        writer.Append(new Commit(steps.Events, now, 0, header.State, null));
    }

    /// <summary>Under other limits the strategy must train the supernet as it did.</summary>
    private void MustBeTheSame(TrainedSteps steps, PreparedSearch prepared)
    {
        try
        {
            Replay.Run(new SearchState(prepared.Spec), prepared.Strategy, prepared.Space, prepared.Parts.Objective, steps.Events);
        }
        catch (StrategyFault other)
        {
            throw new InputException(
                $"Strategy '{Spec.Strategy.Id}' trained the supernet of search '{Header.Spec.Name}' for the limits of that search, and "
                + "would have trained another one for these; run its recipe with these limits, under another name.", other);
        }
    }

    /// <summary>The costs of a search with another table of latencies in the place of its own, or as a further one.</summary>
    private static ComponentSpec? With(ComponentSpec? costs, ComponentSpec? latencies)
    {
        if (costs is null || latencies is null)
        {
            return latencies ?? costs;
        }

        return costs.Id == latencies.Id ? latencies with { Inner = costs.Inner }
            : costs.Inner.Any(one => one.Id == latencies.Id)
                ? costs with { Inner = [.. costs.Inner.Select(one => one.Id == latencies.Id ? latencies : one)] }
                : costs with { Inner = costs.Inner.Add(latencies) };
    }

    /// <summary>What the search that trained the supernet read, without the table of latencies that slices have another one of.</summary>
    private InputHashes InputsRead()
    {
        string[] others =
        [
            .. Costs(Header.Spec).Zip(Costs(Spec)).Index().Where(one => one.Item.First != one.Item.Second)
                .Select(one => one.Index == 0 ? "costs." : $"costs[{one.Index - 1}]."),
        ];
        return new InputHashes(
            Header.Origin.Inputs.Data,
            Header.Origin.Inputs.Files
                .Where(file => !others.Any(place => file.Key.StartsWith(place, StringComparison.OrdinalIgnoreCase)))
                .ToDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<ComponentSpec> Costs(SearchSpec spec) => spec.Costs?.All.Select(part => part with { Inner = [] }) ?? [];

    private bool IsBegun(SearchJournal journal) =>
        journal.Find(Spec.Name) is { } begun && new EventReader(journal, begun).Read().Any();

    private CheckpointCopy Copy(string workspace) => new(workspace, Header.Spec.Name, Spec.Name);

    private IEnumerable<SearchEvent> Counting(SearchJournal journal) => TakenBack.Without(
        new EventReader(journal, Header).Read().Select(one => one.Event).ToList(),
        Header.Spec.Deterministic, happened => happened, (_, other) => other);
}
