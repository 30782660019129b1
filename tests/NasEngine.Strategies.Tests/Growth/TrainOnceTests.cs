using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Growth;

namespace NasEngine.Strategies.Tests.Growth;

public sealed class TrainOnceTests
{
    private static readonly GrowingSpace Space = new();

    [Fact]
    public void Without_a_name_it_trains_the_network_of_all_first_choices_once_and_keeps_it()
    {
        var run = new StrategyRun(New(new { }), 1, 4, ToyEstimator.Measure).Advance(10);
        run.Ended.Should().BeTrue();
        run.Candidates.Should().Equal(new Candidate(0, new Trial(Space.References["smallest"], Fidelity.Full) { Keep = true }));
    }

    [Fact]
    public void References_and_texts_are_trained_in_their_order_and_what_failed_again()
    {
        var run = new StrategyRun(New(new { Architectures = "w1|w0|w0|w0|w0|w0; smallest" }), 1, 1, candidate =>
            candidate.Number == 0 ? Measurement.Failed(FailureKind.NotANumber, "Injected.") : ToyEstimator.Measure(candidate)).Advance(10);
        var first = Space.Parse("w1|w0|w0|w0|w0|w0");
        run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture).Should().Equal(first, first, Space.References["smallest"]);
    }

    [Fact]
    public void Networks_are_not_kept_where_that_is_said() =>
        ((Trial)New(new { Keep = false }).Propose(new ProposalContext(0, 1, []))!).Keep.Should().BeFalse();

    [Fact]
    public void A_name_that_is_none_is_refused() =>
        FluentActions.Invoking(() => New(new { Architectures = "largest" })).Should().Throw<InputException>();

    private static IStrategy New(object options) => PluginParts.Of(new GrowthPlugin()).Strategy(
        "train-once", new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(1000)), options);
}
