namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every objective. A plugin's tests derive from it, make the objective, name metrics that it
/// scores, and pass.
/// </summary>
public abstract class ObjectiveConformance : ObjectiveChecks
{
    /// <inheritdoc/>
    [Fact]
    public override void It_has_axes_each_metric_once() => base.It_has_axes_each_metric_once();

    /// <inheritdoc/>
    [Fact]
    public override void Its_targets_are_positive() => base.Its_targets_are_positive();

    /// <inheritdoc/>
    [Fact]
    public override void Two_instances_say_the_same_of_themselves_and_give_the_same_score_however_often() => base.Two_instances_say_the_same_of_themselves_and_give_the_same_score_however_often();

    /// <inheritdoc/>
    [Fact]
    public override void It_scores_a_trial_that_has_the_metrics_it_needs() => base.It_scores_a_trial_that_has_the_metrics_it_needs();

    /// <inheritdoc/>
    [Fact]
    public override void Metrics_that_it_does_not_name_change_nothing() => base.Metrics_that_it_does_not_name_change_nothing();

    /// <inheritdoc/>
    [Fact]
    public override void A_trial_that_lacks_a_metric_it_needs_has_no_score() => base.A_trial_that_lacks_a_metric_it_needs_has_no_score();

    /// <inheritdoc/>
    [Fact]
    public override void Extreme_metrics_do_not_make_it_throw() => base.Extreme_metrics_do_not_make_it_throw();
}
