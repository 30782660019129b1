namespace NasEngine.Plugins.Conformance;

/// <summary>What the engine relies on in every profiler. A plugin's tests derive from it, make the profiler, and pass.</summary>
public abstract class ProfilerConformance : ProfilerChecks
{
    /// <inheritdoc/>
    [Fact]
    public override void It_gives_a_positive_time_and_says_how_it_came_by_it() => base.It_gives_a_positive_time_and_says_how_it_came_by_it();

    /// <inheritdoc/>
    [Fact]
    public override void It_gives_up_when_it_is_told_to() => base.It_gives_up_when_it_is_told_to();

    /// <inheritdoc/>
    [Fact]
    public override void A_space_that_it_cannot_run_is_refused_in_words() => base.A_space_that_it_cannot_run_is_refused_in_words();
}
