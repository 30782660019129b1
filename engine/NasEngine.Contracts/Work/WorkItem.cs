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
public sealed record Trial(Architecture Architecture, Fidelity Fidelity) : WorkItem
{
    /// <summary>Where its weights come from; an estimator that cannot have them from there refuses the trial in a sentence.</summary>
    public WeightOrigin Weights { get; init; } = WeightOrigin.Fresh;

    /// <summary>Whether the trained network is kept, so that later trials may start from it.</summary>
    public bool Keep { get; init; }

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
/// mixture, one choice per edge. FBNetV2: the mixture of Gumbel-softmax(α/τ). TF-NAS: <c>sum</c> on its two paths, then
/// a validated mixture. ENAS and SPOS: <c>uniform</c> on one path. BigNAS: rule <c>sandwich</c> on the largest path, the
/// smallest and some others. PARSEC and FP-NAS: rule <c>importance</c> on K paths, K others validated. Second-order DARTS
/// differentiates through a weight step, and is a rule of its own. A step without training routes uses up no training batch and
/// nothing of the learning-rate schedule.
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

    /// <summary>
    /// Batches that the validation routes are measured on, at least 1. Losses, accuracies and gradients are means over them.
    /// </summary>
    public int ValidationBatches { get; init; } = 1;

    /// <summary>The part of the data that the batches of the validation routes come from.</summary>
    public DataPart ValidateOn { get; init; } = DataPart.Validation;

    /// <summary>
    /// The part that the batch of the training routes comes from: the validation part where a method trains weights and
    /// architecture on the same images.
    /// </summary>
    public DataPart TrainOn { get; init; } = DataPart.Training;

    /// <summary>
    /// Share of the learning-rate schedule that is behind this step, 0 to 1; null for that of the steps that trained so far.
    /// </summary>
    public double? SchedulePosition { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Route> Routes => Train.Concat(Validate);

    /// <inheritdoc/>
    public bool Equals(SupernetStep? other) =>
        other is not null && Rule == other.Rule && Train.SequenceEqual(other.Train) &&
        Validate.SequenceEqual(other.Validate) && Settings.SequenceEqual(other.Settings) &&
        ValidationBatches == other.ValidationBatches && ValidateOn == other.ValidateOn && TrainOn == other.TrainOn &&
        SchedulePosition == other.SchedulePosition;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Train.Length, Validate.Length, Settings.Count);
}
