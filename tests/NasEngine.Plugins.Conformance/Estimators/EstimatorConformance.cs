namespace NasEngine.Plugins.Conformance;

/// <summary>What the engine relies on in every estimator that measures trials. A plugin's tests derive from it, make the estimator, and pass.</summary>
public abstract class EstimatorConformance : EstimatorChecks
{
    /// <inheritdoc/>
    [Fact]
    public override void The_same_trial_gives_the_same_measurement_bit_for_bit_also_measured_alone() => base.The_same_trial_gives_the_same_measurement_bit_for_bit_also_measured_alone();

    /// <inheritdoc/>
    [Fact]
    public override void What_it_measures_is_a_metric_with_a_finite_number_or_a_failure() => base.What_it_measures_is_a_metric_with_a_finite_number_or_a_failure();

    /// <inheritdoc/>
    [Fact]
    public override void Its_list_of_metrics_if_it_has_one_is_what_it_measures() => base.Its_list_of_metrics_if_it_has_one_is_what_it_measures();

    /// <inheritdoc/>
    [Fact]
    public override void A_step_of_a_supernet_that_it_cannot_measure_is_a_failed_measurement_or_is_refused_in_words() => base.A_step_of_a_supernet_that_it_cannot_measure_is_a_failed_measurement_or_is_refused_in_words();
}
