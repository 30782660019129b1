namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every search space. A plugin's tests derive from it, name the space, and pass.
/// </summary>
public abstract class SpaceConformance : SpaceChecks
{
    /// <inheritdoc/>
    [Fact]
    public override void The_text_of_an_architecture_says_the_architecture() => base.The_text_of_an_architecture_says_the_architecture();

    /// <inheritdoc/>
    [Fact]
    public override void Different_architectures_have_different_texts() => base.Different_architectures_have_different_texts();

    /// <inheritdoc/>
    [Fact]
    public override void A_drawn_architecture_is_one_that_the_decisions_allow() => base.A_drawn_architecture_is_one_that_the_decisions_allow();

    /// <inheritdoc/>
    [Fact]
    public override void The_canonical_architecture_is_of_the_space_and_its_own_canonical_one() => base.The_canonical_architecture_is_of_the_space_and_its_own_canonical_one();

    /// <inheritdoc/>
    [Fact]
    public override void Every_architecture_has_a_cost_that_is_not_negative_and_two_makings_agree_on_it() => base.Every_architecture_has_a_cost_that_is_not_negative_and_two_makings_agree_on_it();

    /// <inheritdoc/>
    [Fact]
    public override void An_architecture_of_another_space_is_refused_by_name() => base.An_architecture_of_another_space_is_refused_by_name();

    /// <inheritdoc/>
    [Fact]
    public override void A_text_of_no_architecture_is_refused_in_words() => base.A_text_of_no_architecture_is_refused_in_words();

    /// <inheritdoc/>
    [Fact]
    public override void The_published_architectures_are_of_the_space() => base.The_published_architectures_are_of_the_space();

    /// <inheritdoc/>
    [Fact]
    public override void It_may_be_asked_from_several_threads() => base.It_may_be_asked_from_several_threads();
}
