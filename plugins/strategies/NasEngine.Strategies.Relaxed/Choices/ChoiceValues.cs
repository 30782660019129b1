using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>
/// A number per choice of every decision that is weighed, one decision after another: logits, weights, or slopes. Immutable.
/// </summary>
internal sealed class ChoiceValues
{
    private readonly double[] _values;

    /// <param name="space">The decisions that are weighed.</param>
    /// <param name="values">One per choice, in the order of the decisions.</param>
    public ChoiceValues(DecisionSpace space, double[] values)
    {
        (Space, _values) = (space, values);
        var named = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);
        var start = 0;
        foreach (var decision in space.Decisions)
        {
            named.Add(decision.Name, ImmutableArray.Create(values.AsSpan(start, decision.Count)));
            start += decision.Count;
        }

        Named = named.ToImmutable();
    }

    /// <summary>The decisions that are weighed.</summary>
    public DecisionSpace Space { get; }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<double> All => _values;

    /// <summary>By decision.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Named { get; }

    /// <summary>How many choices a space has.</summary>
    public static int Count(DecisionSpace space) => space.Decisions.Sum(decision => decision.Count);

    /// <summary>The same number everywhere.</summary>
    public static ChoiceValues Of(DecisionSpace space, double value) => new(space, [.. Enumerable.Repeat(value, Count(space))]);

    /// <summary>Independent normal numbers.</summary>
    public static ChoiceValues Drawn(DecisionSpace space, double mean, double spread, RandomSource random) =>
        new(space, [.. Enumerable.Range(0, Count(space)).Select(_ => mean + (spread * random.NextGaussian()))]);

    /// <summary>Others, made decision by decision; as many each.</summary>
    public ChoiceValues Map(Func<Decision, ImmutableArray<double>, IEnumerable<double>> map) =>
        new(Space, [.. Space.Decisions.SelectMany(decision => map(decision, Named[decision.Name]))]);

    /// <summary>Others, made choice by choice from these and those of the same decisions.</summary>
    public ChoiceValues With(ChoiceValues other, Func<double, double, double> combine) =>
        new(Space, [.. _values.Zip(other._values, combine)]);

    /// <summary>The mixture in which every choice of every decision runs at its number.</summary>
    public Mixture Mixture() =>
        Named.Aggregate(Contracts.Mixture.Of(Space.Id), (mixture, pair) => mixture.With(pair.Key, pair.Value.AsSpan()));

    /// <summary>The mixture in which of every decision the choice of the largest number runs, at weight 1; the first of equals.</summary>
    public Mixture Largest() =>
        Named.Aggregate(Contracts.Mixture.Of(Space.Id), (mixture, pair) => mixture.With(pair.Key, pair.Value.Largest()));
}
