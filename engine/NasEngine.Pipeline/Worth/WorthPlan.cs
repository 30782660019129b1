using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Worth;

/// <summary>
/// How a search is weighed: by a search of its own that trains random architectures of a band of costs by the finals' estimator, so
/// that it is journaled, stopped and resumed as any other.
/// </summary>
/// <param name="Name">Name of that search, which says what was asked.</param>
/// <param name="Subject">The search that is weighed.</param>
/// <param name="Band">The costs that random architectures have.</param>
/// <param name="Spec">That search, with as many trials as the band has architectures, at most as many as were asked for.</param>
public sealed record WorthPlan(WorthName Name, WorthSubject Subject, CostBand Band, SearchSpec Spec)
{
    private const string Stream = "worth";

    /// <summary>How many are trained.</summary>
    public int Trainings => (int)Spec.Budget.Candidates;

    /// <summary>Plans it; nothing is written.</summary>
    /// <param name="subject">The search that is weighed.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="services">Offers the parts.</param>
    /// <param name="measured">What the search's cost models measured.</param>
    /// <param name="recorded">The search that the journal has by a name; one that it has is gone on with as it is.</param>
    /// <exception cref="InputException">The band cannot be, or holds fewer architectures than a comparison needs.</exception>
    public static WorthPlan Of(
        WorthSubject subject, WorthRequest request, IServices services, IMeasuredCosts measured, Func<string, SearchSpec?> recorded)
    {
        var baseline = services.Serving(Need.Baseline) ?? throw new InputException(
            "No plugin offers random architectures to compare a winner with; give the one that does, e.g. --plugins plugins.json.");
        var parts = SearchParts.Make(
            subject.Spec with { Strategy = baseline with { Options = OptionBag.Empty } }, services, measured: measured);
        var name = WorthBands.Name(subject, parts, request);
        var band = WorthBands.Of(name, subject, parts);
        if (recorded(name.ToString()) is { } begun)
        {
            if (!subject.TrainsAs(begun))
            {
                throw new InputException(
                    $"The random architectures of '{begun.Name}' were trained as the winners of search '{subject.Spec.Name}' were before "
                    + "its .Final was changed; compare with others: another --against or --seed.");
            }

            return new WorthPlan(name, subject, band, begun);
        }

        var spec = SpecOf(subject, baseline, name, [.. WorthBands.Requirements(band, parts)]);
        var found = Found(SearchParts.Make(spec, services, measured: measured).Strategy, spec);
        return found >= WorthRequest.Least
            ? new WorthPlan(name, subject, band, Against(spec, found))
            : throw new InputException(FormattableString.Invariant(
                $"Random draws find {found} architectures of space '{spec.Space.Id}' with '{band.Metric}' from {band.Low:#,0.###} to ")
                + FormattableString.Invariant($"{band.High:#,0.###}, too few to compare with; give a wider band."));
    }

    private static SearchSpec SpecOf(
        WorthSubject subject, ComponentSpec baseline, WorthName name, ImmutableArray<Constraint> requirements) => Against(
        new SearchSpec
        {
            Name = name.ToString(),
            Space = subject.Spec.Space,
            Strategy = baseline with
            {
                Options = baseline.Options.With("stream", name.Seed is { } seed ? FormattableString.Invariant($"{Stream} {seed}") : Stream),
            },
            Data = subject.Spec.Data,
            Estimator = subject.Training,
            Profiler = subject.Spec.Profiler,
            Costs = subject.Spec.Costs,
            Objective = new Objective(subject.Metric.Metric, [])
            {
                Direction = subject.Metric.Direction,
                Requirements = requirements,
            },
            Budget = new Budget(1),
            Seed = subject.Spec.Seed,
            Device = subject.Spec.Device,
            Threads = 0,
        },
        name.Against);

    private static SearchSpec Against(SearchSpec spec, int count) =>
        spec with { Budget = new Budget(count) { Trials = count }, Window = count };

    /// <summary>How many the strategy finds, at most as many as were asked for.</summary>
    private static int Found(IStrategy strategy, SearchSpec spec)
    {
        var found = 0;
        while (found < spec.Budget.Candidates && strategy.Propose(new ProposalContext(found, spec.Seed, [])) is not null)
        {
            found++;
        }

        return found;
    }
}
