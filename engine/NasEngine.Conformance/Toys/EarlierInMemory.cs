using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>One earlier search, kept in memory.</summary>
public sealed class EarlierInMemory(EarlierSearch search) : IEarlierSearches
{
    /// <inheritdoc/>
    public ImmutableArray<string> Names => [search.Spec.Name];

    /// <summary>A search of trials of a strategy on <see cref="ToyEstimator"/>, run to the end of its budget.</summary>
    public static EarlierInMemory Of(SearchSpec spec, IStrategy strategy)
    {
        var run = new StrategyRun(strategy, spec.Seed, spec.Window, ToyEstimator.Measure).Advance((int)spec.Budget.Candidates);
        return new EarlierInMemory(new EarlierSearch(
            spec,
            [
                .. run.Candidates.Take((int)spec.Budget.Candidates)
                    .Select(candidate => new EarlierTrial(candidate, ToyEstimator.Measure(candidate))),
            ],
            run.State(),
            []));
    }

    /// <inheritdoc/>
    public EarlierSearch Read(string name) => name == search.Spec.Name ? search : NoEarlierSearches.Instance.Read(name);
}
