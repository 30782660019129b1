using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a strategy asks for: a trial of one architecture, or one step of a supernet.</summary>
public abstract record WorkItem
{
    private protected WorkItem()
    {
    }

    /// <summary>Every architecture in it.</summary>
    public abstract IEnumerable<Architecture> Architectures { get; }
}

/// <summary>Train one architecture on its own and measure it.</summary>
/// <param name="Architecture">What to train.</param>
/// <param name="Fidelity">How much to spend.</param>
/// <param name="Parent">Candidate whose trained weights it starts from (network morphism), or null.</param>
public sealed record Trial(Architecture Architecture, Fidelity Fidelity, long? Parent = null) : WorkItem
{
    /// <inheritdoc/>
    public override IEnumerable<Architecture> Architectures => [Architecture];
}

/// <summary>
/// One step of the shared weights: sampled paths on a training batch, then sampled paths on a validation batch. What
/// happens with them is the rule's affair.
/// </summary>
/// <param name="Rule">Id of the rule that trains, e.g. <c>importance</c> (PARSEC) or <c>uniform</c>.</param>
/// <param name="Train">Paths on the training batch; empty for a step that only measures.</param>
/// <param name="Validate">Paths on the validation batch; empty for a step that only trains.</param>
/// <param name="Settings">Numbers that the rule reads, e.g. a temperature.</param>
public sealed record SupernetStep(
    string Rule,
    ImmutableArray<Architecture> Train,
    ImmutableArray<Architecture> Validate,
    ImmutableSortedDictionary<string, double> Settings) : WorkItem
{
    /// <inheritdoc/>
    public override IEnumerable<Architecture> Architectures => Train.Concat(Validate);

    /// <inheritdoc/>
    public bool Equals(SupernetStep? other) =>
        other is not null && Rule == other.Rule && Train.SequenceEqual(other.Train) &&
        Validate.SequenceEqual(other.Validate) && Settings.SequenceEqual(other.Settings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Train.Length, Validate.Length, Settings.Count);
}
