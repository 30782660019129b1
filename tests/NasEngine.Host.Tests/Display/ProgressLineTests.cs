using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Display;
using NasEngine.Host.Tests.Programs;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Display;

public sealed class ProgressLineTests
{
    private static readonly SearchState Begun = new(Specs.Supernet) { Next = 13 };

    [Fact]
    public void A_search_that_proposed_nothing_yet_is_starting() =>
        ProgressLine.Of(new SearchState(Specs.Supernet), null, null).Should().Be("starting, 0/300");

    [Fact]
    public void A_supernet_search_shows_step_samples_entropy_MACs_against_the_target_loss_rate_and_time_left()
    {
        var state = Begun with
        {
            IsSupernet = true,
            ObservedCount = 12,
            Status = Begun.Status.Add("samples", 8).Add("entropy", 31.567).Add("expected_macs", 3.612e6),
            Last = new Measurement().With(MetricNames.ValidationLoss, 1.23456),
        };

        ProgressLine.Of(state, 2.04, TimeSpan.FromSeconds(141))
            .Should().Be("step 12/300  K 8  entropy 31.57  MACs 3.61 M of 3.00 M  val loss 1.235  2.04 steps/s  2m21s left");
    }

    [Fact]
    public void A_search_by_trials_shows_trial_best_rate_and_time_left()
    {
        var state = Begun with { ObservedCount = 12, Leaders = [new Leader(0, Specs.Architecture, 0.90126, new Measurement())] };

        ProgressLine.Of(state, 250.4, TimeSpan.FromSeconds(1)).Should().Be("trial 12/300  best 0.9013  250 trials/s  1s left");
    }

    /// <summary>A score, of which more is better, would be −0.5308.</summary>
    [Fact]
    public void The_best_of_what_is_minimised_is_shown_as_it_was_measured()
    {
        var best = new Leader(0, Specs.Architecture, -0.5308, new Measurement().With(MetricNames.ValidationLoss, 0.5308));
        var state = new SearchState(Specs.Supernet with { Objective = Minimize.Loss() }) { Next = 13, ObservedCount = 12, Leaders = [best] };

        ProgressLine.Of(state, null, null).Should().Be("trial 12/300  best 0.5308");
    }

    [Fact]
    public void What_failed_is_counted_by_kind()
    {
        var notNumbers = FailureTally.None.With(0, new Failure(FailureKind.NotANumber, "a")).With(1, new Failure(FailureKind.NotANumber, "b"));
        var lost = notNumbers.With(2, new Failure(FailureKind.Poisoned, "c")).With(3, null);

        ProgressLine.Of(Begun with { ObservedCount = 12, Failures = notNumbers }, null, null).Should().Be("trial 12/300  failed 2 NotANumber");
        ProgressLine.Of(Begun with { ObservedCount = 12, Failures = lost }, null, null)
            .Should().Be("trial 12/300  failed 3 (1 Poisoned, 2 NotANumber)");
    }

    [Fact]
    public void A_search_by_several_axes_shows_how_many_architectures_are_on_the_front()
    {
        var state = Begun with { ObservedCount = 12, NonDominated = [new FrontMember(0, Specs.Architecture, [1, 2]), new FrontMember(1, Specs.Architecture, [0, 3])] };

        ProgressLine.Of(state, null, null).Should().Be("trial 12/300  front 1");
    }

    [Fact]
    public void A_search_with_steps_and_trials_counts_the_steps_first_and_then_the_trials()
    {
        var step = new Candidate(12, new SupernetStep("uniform", [Specs.Architecture], [], SupernetStep.NoSettings));
        var trial = new Candidate(23, new Trial(Specs.Architecture, Fidelity.Full));
        var training = new SearchState(Specs.Supernet with { Budget = new Budget(25) { Steps = 20, Trials = 5 } })
        {
            Next = 13,
            IsSupernet = true,
            ObservedCount = 12,
            Spent = new Spent(Steps: 13),
            Last = new Measurement().With(MetricNames.TrainLoss, 0.5),
        };
        training = training with { Pending = [step] };
        var slicing = training with
        {
            ObservedCount = 23, Spent = new Spent(Trials: 4, Steps: 20), Pending = [trial], Last = null,
        };

        ProgressLine.Of(training, 2, TimeSpan.FromSeconds(4))
            .Should().Be("step 12/20  train loss 0.500  2.00 steps/s  4s left, then 5 trials");
        ProgressLine.Of(slicing, 1, TimeSpan.FromSeconds(2)).Should().Be("trial 3/5  1.00 trials/s  2s left");
    }

    [Fact]
    public void The_finals_show_how_many_are_measured()
    {
        var measured = new Finalist(Specs.Architecture, new Measurement(), null);
        var state = Begun with { Phase = SearchPhase.Finals, Finalists = [measured, measured with { Measurement = null }] };

        ProgressLine.Of(state, 1, TimeSpan.Zero).Should().Be("finals 1/2");
    }

    [Theory]
    [InlineData(SearchPhase.Finals, "done, 300 of 300")]
    [InlineData(SearchPhase.Completed, "done, 300 of 300")]
    [InlineData(SearchPhase.Failed, "failed after 300 of 300")]
    public void A_search_without_finals_has_none_to_show(SearchPhase phase, string line)
    {
        var state = new SearchState(Specs.Supernet with { Final = null }) { Next = 300, ObservedCount = 300, Phase = phase };

        ProgressLine.Of(state, 1, TimeSpan.Zero).Should().Be(line);
    }

    [Theory]
    [InlineData(0.4, "0s")]
    [InlineData(59.9, "59s")]
    [InlineData(60, "1m00s")]
    [InlineData(3599, "59m59s")]
    [InlineData(3720, "1h02m")]
    [InlineData(360000, "100h00m")]
    public void Durations_show_two_units_at_most(double seconds, string text) =>
        ProgressLine.Duration(TimeSpan.FromSeconds(seconds)).Should().Be(text);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9999, "9999")]
    [InlineData(12345, "12.3 k")]
    [InlineData(2412345, "2.41 M")]
    [InlineData(3.9e9, "3.90 G")]
    public void Counts_are_short(double value, string text) => ProgressLine.Count(value).Should().Be(text);
}
