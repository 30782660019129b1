using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Slicing;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class TrainedStepsTests
{
    private static readonly SearchSpec Spec = new()
    {
        Name = "bignas", Space = "toy", Strategy = "big-nas", Estimator = "toy", Budget = new Budget(3) { Steps = 2, Trials = 1 },
        Objective = Maximize.Accuracy(),
    };

    private static readonly SearchEvent[] Training =
    [
        Step(0), Measured(0), new CheckpointSaved(0, "0.ckpt", "a"), Step(1), new AttemptFailed(1, 1, "lost"), Measured(1),
        new CheckpointSaved(1, "1.ckpt", "b"),
    ];

    private static readonly SearchEvent[] Slices = [Slice(2), Measured(2), new Completed()];

    [Fact]
    public void The_training_is_all_until_the_first_slice_without_what_people_did()
    {
        var steps = TrainedSteps.Of(Spec, [new Noted("mine", null), .. Training, new Paused(), new Resumed(), .. Slices]);

        steps.Events.Should().Equal(Training);
        steps.Checkpoints.Select(one => one.Saved.File).Should().Equal("0.ckpt", "1.ckpt");
        steps.Checkpoints.Select(one => one.Source).Should().Equal("0.ckpt", "1.ckpt");
    }

    [Fact]
    public void A_checkpoint_that_was_saved_among_the_slices_is_that_of_the_last_step()
    {
        var steps = TrainedSteps.Of(Spec, [
            .. Training, Slice(2), new CheckpointSaved(1, "x.ckpt", "x"), Measured(2), new CheckpointSaved(2, "2.ckpt", "c"), new Completed()]);

        var newest = new CheckpointSaved(1, "0000000001.ckpt", "c");
        steps.Events.Should().Equal([.. Training[..^1], newest]);
        steps.Checkpoints.Should().Equal((new CheckpointSaved(0, "0.ckpt", "a"), "0.ckpt"), (newest, "2.ckpt"));
    }

    [Fact]
    public void What_has_no_trained_supernet_or_one_of_several_versions_of_plugins_is_refused()
    {
        Refusal([.. Training]).Should().Contain("has trained no supernet and then measured slices");
        Refusal([.. Slices]).Should().Contain("has trained no supernet");
        Refusal([Step(0), new PluginsChanged([], null), .. Slices]).Should().Contain("were replaced while it trained");
    }

    private static string Refusal(SearchEvent[] events) =>
        FluentActions.Invoking(() => TrainedSteps.Of(Spec, events)).Should().Throw<InputException>().Which.Message;

    private static Proposed Step(long number) => new(new Candidate(number, new SupernetStep("mean", [], [], SupernetStep.NoSettings)));

    private static Proposed Slice(long number) => new(new Candidate(number, new Trial(new Architecture("toy", [0]), Fidelity.Full)));

    private static Measured Measured(long number) => new(number, new Measurement());
}
