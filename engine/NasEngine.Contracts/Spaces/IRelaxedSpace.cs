using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// A search space whose choices can be weighed instead of taken (DARTS, arXiv 1806.09055, section 2.2). By default the
/// decisions that are weighed are those of the space; DARTS's own weighs an operation per edge, where an architecture names
/// two edges per node.
/// </summary>
public interface IRelaxedSpace : ISearchSpace
{
    /// <summary>The decisions of a mixture.</summary>
    DecisionSpace Relaxed => Decisions;

    /// <summary>
    /// Why the space has no mixtures with the options that it was given, as a sentence that says what would be right; null where it has
    /// them, which is the default. A strategy that weighs choices refuses the space with it.
    /// </summary>
    string? NoMixtures => null;

    /// <summary>
    /// Of how many parts of the channels a mixture's operations read one; 1 when they read all, so that a mixture of one choice each is
    /// the architecture (PC-DARTS, arXiv 1907.05737, section 3.1).
    /// </summary>
    int ChannelParts => 1;

    /// <summary>The mixture that is one architecture: one choice of weight 1 in every decision that it needs.</summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    Mixture Mixture(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var mixture = Contracts.Mixture.Of(Decisions.Id);
        for (var number = 0; number < architecture.Values.Length; number++)
        {
            if (architecture.Values[number] != Architecture.Inactive)
            {
                mixture = mixture.With(Decisions.Decisions[number].Name, architecture.Values[number]);
            }
        }

        return mixture;
    }

    /// <summary>
    /// The architecture that the weights favour; by default the choice of the largest weight in each decision, the first of
    /// equals.
    /// </summary>
    /// <param name="weights">A weight per choice for every decision of <see cref="Relaxed"/>, by name.</param>
    /// <exception cref="InputException">A decision is missing or has another number of choices.</exception>
    Architecture Discretise(IReadOnlyDictionary<string, ImmutableArray<double>> weights) =>
        Decisions.Architecture([.. Decisions.Decisions.Select(decision => weights.Of(decision).Largest())]);
}
