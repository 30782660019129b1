using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>Whether a search with limits that is to begin finds anything within them; asked before anything is written.</summary>
internal static class FirstProposal
{
    private const string NoLimits = "none";

    /// <summary>Asks a strategy of its own for a proposal: one that finds none at all never will.</summary>
    /// <param name="recorded">The search in the journal: one that has begun is asked by its run; null where there is none.</param>
    /// <param name="spec">The search.</param>
    /// <param name="services">Offers the parts.</param>
    /// <param name="earlier">Completed searches of the workspace, for the strategy.</param>
    /// <param name="measured">What the search's cost models measured.</param>
    /// <param name="limit">How long a call of the strategy may take; what takes longer is told by the search.</param>
    /// <exception cref="InputException">It has none.</exception>
    public static async Task MustExistAsync(
        SearchHeader? recorded, SearchSpec spec, IServices services, IEarlierSearches earlier, IMeasuredCosts measured,
        TimeSpan limit)
    {
        var limits = ObjectiveText.Targets(spec.Objective);
        if (recorded is not null || limits == NoLimits)
        {
            return;
        }

        try
        {
            if (await Task.Run(() => HasNone(SearchParts.Make(spec, services, earlier, measured).Strategy, spec)).WaitAsync(limit)
                .ConfigureAwait(false))
            {
                throw new InputException(
                    $"Strategy '{spec.Strategy.Id}' of search '{spec.Name}' finds nothing to propose within its limits ({limits}); "
                    + "set limits that its space can keep to.");
            }
        }
        catch (TimeoutException)
        {
            // The search gives it up by name.
        }
    }

    private static bool HasNone(IStrategy strategy, SearchSpec spec)
    {
        try
        {
            var first = new ProposalContext(0, spec.Seed, []) { TrialsLeft = spec.Budget.Trials, StepsLeft = spec.Budget.Steps };
            return strategy.Propose(first) is null;
        }
        catch (Exception problem) when (problem is not InputException)
        {
            return false; // What it throws is told by the search, which names its place.
        }
    }
}
