using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a strategy asks for: a trial of one architecture, or one step of a supernet.</summary>
public abstract record WorkItem
{
    private protected WorkItem()
    {
    }

    /// <summary>Everything in it that is trained or measured.</summary>
    public abstract IEnumerable<Route> Routes { get; }

    /// <summary>Every architecture in it.</summary>
    public IEnumerable<Architecture> Architectures => Routes.OfType<Architecture>();
}

/// <summary>Train one architecture on its own and measure it.</summary>
/// <param name="Architecture">What to train.</param>
/// <param name="Fidelity">How much to spend.</param>
/// <param name="Parent">
/// Candidate whose trained weights it starts from (network morphism), or null; an estimator that does not hand weights on refuses it.
/// </param>
public sealed record Trial(Architecture Architecture, Fidelity Fidelity, long? Parent = null) : WorkItem
{
    /// <inheritdoc/>
    public override IEnumerable<Route> Routes => [Architecture];
}

/// <summary>
/// One step of the shared weights: routes on a training batch, then routes on a validation batch. A route is a path or a
/// mixture. What the training routes do to the weights is the rule's affair; validation routes are only measured, and a
/// mixture among them also gives the gradient of its loss by its weights (<see cref="SeriesNames.ValidationGradient"/>).
/// </summary>
/// <remarks>
/// How methods are written. DARTS, first order: rule <c>uniform</c>, the mixture of softmax(α) in <paramref name="Train"/>
/// for a weight step, in <paramref name="Validate"/> for an architecture step, or both at once. NASP: the projected
/// mixture, one choice per edge. FBNetV2: the mixture of Gumbel-softmax(α/τ). TF-NAS: <c>uniform</c> on its two paths, then
/// a validated mixture. ENAS and SPOS: <c>uniform</c> on one path. BigNAS: rule <c>sandwich</c> on the largest path, the
/// smallest and some others. PARSEC and FP-NAS: rule <c>importance</c> on K paths, K others validated. Second-order DARTS
/// differentiates through a weight step, and is a rule of its own.
/// </remarks>
/// <param name="Rule">The rule that trains, with its options; a rule lives as long as the search and may keep state.</param>
/// <param name="Train">Routes on the training batch; empty for a step that only measures, if the rule allows it.</param>
/// <param name="Validate">Routes on the validation batch; empty for a step that only trains.</param>
/// <param name="Settings">Numbers of this step that the rule reads, e.g. a temperature.</param>
public sealed record SupernetStep(
    ComponentSpec Rule,
    ImmutableArray<Route> Train,
    ImmutableArray<Route> Validate,
    ImmutableSortedDictionary<string, double> Settings) : WorkItem
{
    /// <summary>No settings.</summary>
    public static ImmutableSortedDictionary<string, double> NoSettings { get; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IEnumerable<Route> Routes => Train.Concat(Validate);

    /// <inheritdoc/>
    public bool Equals(SupernetStep? other) =>
        other is not null && Rule == other.Rule && Train.SequenceEqual(other.Train) &&
        Validate.SequenceEqual(other.Validate) && Settings.SequenceEqual(other.Settings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Train.Length, Validate.Length, Settings.Count);
}
