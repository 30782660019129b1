using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// A relaxed architecture: for decisions of <see cref="IRelaxedSpace.Relaxed"/>, by name, the choices that take part and
/// their weights. A choice that is not listed is not run, takes no memory and has no gradient; a choice listed with weight
/// 0 is run, and has one. So softmax lists every choice, NASP, GDAS and ProxylessNAS list one, and the cost of a step is
/// that of what is listed. Weights are plain numbers: how they come from architecture parameters, by softmax, Gumbel-softmax
/// or projection, and how their gradient goes back, is the strategy's affair.
/// </summary>
/// <param name="Space">Id of the space.</param>
/// <param name="Decisions">
/// By decision; at least those that the listed choices lead to (the operation of a block behind a depth that is not listed
/// may be left out).
/// </param>
public sealed record Mixture(string Space, ImmutableSortedDictionary<string, ImmutableArray<ChoiceWeight>> Decisions) : Route
{
    /// <summary>A mixture that says nothing yet.</summary>
    public static Mixture Of(string space) =>
        new(space, ImmutableSortedDictionary.Create<string, ImmutableArray<ChoiceWeight>>(StringComparer.Ordinal));

    /// <summary>This with a weight for every choice of a decision.</summary>
    public Mixture With(string decision, ReadOnlySpan<double> weights)
    {
        var listed = ImmutableArray.CreateBuilder<ChoiceWeight>(weights.Length);
        foreach (var weight in weights)
        {
            listed.Add(new ChoiceWeight(listed.Count, weight));
        }

        return With(decision, listed.MoveToImmutable());
    }

    /// <summary>This with one choice of a decision, of weight 1.</summary>
    public Mixture With(string decision, int choice) => With(decision, [new ChoiceWeight(choice, 1)]);

    /// <summary>This with some choices of a decision.</summary>
    public Mixture With(string decision, ImmutableArray<ChoiceWeight> listed) =>
        this with { Decisions = Decisions.SetItem(decision, listed) };

    /// <inheritdoc/>
    public bool Equals(Mixture? other) =>
        other is not null && Space == other.Space && Decisions.Count == other.Decisions.Count &&
        Decisions.All(pair => other.Decisions.TryGetValue(pair.Key, out var listed) && pair.Value.AsSpan().SequenceEqual(listed.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Space, Decisions.Count);

    /// <inheritdoc/>
    public override string ToString() => $"{Space}:mixture of {Decisions.Count} decisions";
}
