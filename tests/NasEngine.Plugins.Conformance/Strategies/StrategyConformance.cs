namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every strategy. A plugin's tests derive from it, name the strategy, and pass. The
/// strategy runs on a small space with conditional decisions, with a budget of <see cref="StrategyChecks.Budget"/> candidates.
/// </summary>
public abstract class StrategyConformance : StrategyChecks
{
    /// <inheritdoc/>
    [Fact]
    public override void Two_instances_given_the_same_calls_do_the_same() => base.Two_instances_given_the_same_calls_do_the_same();

    /// <inheritdoc/>
    [Fact]
    public override void Restored_at_any_point_it_goes_on_bit_for_bit_as_if_never_interrupted() => base.Restored_at_any_point_it_goes_on_bit_for_bit_as_if_never_interrupted();

    /// <inheritdoc/>
    [Fact]
    public override void A_restored_strategy_shows_the_same_status_and_recommends_the_same() => base.A_restored_strategy_shows_the_same_status_and_recommends_the_same();

    /// <inheritdoc/>
    [Fact]
    public override void Asking_for_state_status_and_recommendations_changes_nothing() => base.Asking_for_state_status_and_recommendations_changes_nothing();

    /// <inheritdoc/>
    [Fact]
    public override void Every_proposal_is_of_its_kind_and_of_the_space() => base.Every_proposal_is_of_its_kind_and_of_the_space();

    /// <inheritdoc/>
    [Fact]
    public override void A_trial_starts_only_from_a_network_that_was_kept_and_measured_and_is_still_wanted() => base.A_trial_starts_only_from_a_network_that_was_kept_and_measured_and_is_still_wanted();

    /// <inheritdoc/>
    [Fact]
    public override void It_proposes_something_before_any_result() => base.It_proposes_something_before_any_result();

    /// <inheritdoc/>
    [Fact]
    public override void A_search_whose_candidates_all_fail_goes_on() => base.A_search_whose_candidates_all_fail_goes_on();

    /// <inheritdoc/>
    [Fact]
    public override void A_search_of_which_a_third_fails_is_still_resumed_exactly() => base.A_search_of_which_a_third_fails_is_still_resumed_exactly();

    /// <inheritdoc/>
    [Fact]
    public override void It_recommends_at_most_what_is_asked_for_all_different_and_of_the_space() => base.It_recommends_at_most_what_is_asked_for_all_different_and_of_the_space();

    /// <inheritdoc/>
    [Fact]
    public override void The_status_holds_finite_numbers_only() => base.The_status_holds_finite_numbers_only();

    /// <inheritdoc/>
    [Fact]
    public override void A_state_that_is_empty_cut_short_or_of_an_unknown_version_is_refused_in_words() => base.A_state_that_is_empty_cut_short_or_of_an_unknown_version_is_refused_in_words();
}
