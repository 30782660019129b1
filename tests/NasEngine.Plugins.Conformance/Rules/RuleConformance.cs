namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every rule of a supernet that trains paths. A plugin's tests derive from it, name the rule, and pass. It
/// trains a supernet of small networks on the processor.
/// </summary>
public abstract class RuleConformance : RuleChecks
{
    /// <inheritdoc/>
    [Fact]
    public override void The_same_steps_end_with_the_same_weights_bit_for_bit() => base.The_same_steps_end_with_the_same_weights_bit_for_bit();

    /// <inheritdoc/>
    [Fact]
    public override void A_step_moves_the_weights_and_reports_a_finite_loss_for_each_route() => base.A_step_moves_the_weights_and_reports_a_finite_loss_for_each_route();

    /// <inheritdoc/>
    [Fact]
    public override void A_loss_that_is_not_a_number_is_a_failed_measurement_and_the_weights_stay() => base.A_loss_that_is_not_a_number_is_a_failed_measurement_and_the_weights_stay();

    /// <inheritdoc/>
    [Fact]
    public override void A_step_that_trains_nothing_changes_no_weights_or_is_refused_in_a_sentence() => base.A_step_that_trains_nothing_changes_no_weights_or_is_refused_in_a_sentence();

    /// <inheritdoc/>
    [Fact]
    public override void Made_anew_in_the_middle_with_what_it_saved_it_ends_with_the_same_weights() => base.Made_anew_in_the_middle_with_what_it_saved_it_ends_with_the_same_weights();
}
