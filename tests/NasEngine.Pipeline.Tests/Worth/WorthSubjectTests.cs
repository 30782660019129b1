using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Worth;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class WorthSubjectTests
{
    private static readonly SearchSpec Spec = new()
    {
        Name = "mine",
        Space = "toy",
        Strategy = "toy",
        Data = "toy",
        Estimator = "toy",
        Final = new FinalSpec("from-scratch", 2),
        Objective = Maximize.Accuracy(),
        Budget = new Budget(3),
    };

    [Fact]
    public void The_winner_is_the_first_finalist_that_was_measured_and_accuracy_is_that_of_the_test_images()
    {
        var subject = WorthSubject.Of(History(Spec));

        subject.Metric.Should().Be(new ObjectiveAxis("test_accuracy", Direction.Maximize));
        subject.Value.Should().Be(0.8);
        subject.Winner.Architecture.Values.Should().Equal(1);
    }

    /// <summary>The winner was chosen by its validation loss, so that says too much of it.</summary>
    [Fact]
    public void Of_a_loss_the_test_images_accuracy_is_compared() =>
        WorthSubject.Of(History(Spec with { Objective = Minimize.Loss() })).Metric
            .Should().Be(new ObjectiveAxis("test_accuracy", Direction.Maximize));

    [Fact]
    public void What_one_training_takes_is_the_middle_of_the_finals_times() => WorthSubject.Of(History(Spec) with
    {
        FinalTimes = [.. new[] { 0, 10, 21, 900 }.Select(second => DateTimeOffset.UnixEpoch.AddSeconds(second))],
    }).SecondsOfOne.Should().Be(11);

    [Fact]
    public void What_cannot_be_weighed_is_refused()
    {
        Refusal(History(Spec, "searching")).Should().Contain("'mine' is not completed").And.Contain("nas resume mine");
        Refusal(History(Spec, "failed")).Should().Contain("'mine' is not completed");
        Refusal(History(Spec with { Final = null })).Should().Contain("'mine' has no finals").And.Contain(".Final(epochs: …)");
        Refusal(History(Spec with { Final = Spec.Final! with { Inherits = true } })).Should().Contain("kept the weights of their trials");
        Refusal(History(Spec with { Objective = Maximize.Metric("robustness") })).Should().Contain("do not measure 'robustness'");
        Refusal(History(Spec with { Name = "mine.worth-20-limit" })).Should().Contain("ask for the worth of 'mine'");
        Refusal(History(Spec) with { Finalists = [] }).Should().Contain("no winner that was measured");
    }

    private static string Refusal(SearchHistory history) =>
        FluentActions.Invoking(() => WorthSubject.Of(history)).Should().Throw<InputException>().Which.Message;

    private static SearchHistory History(SearchSpec spec, string state = "completed") => new()
    {
        Header = new SearchHeader(1, spec, new SearchOrigin("1", "cpu", null, [], null), DateTimeOffset.UnixEpoch, 60, state),
        Candidates = [],
        Finalists =
        [
            new Finalist(new Architecture("toy", [0]), Measurement.Failed(FailureKind.Poisoned, "Lost."), null),
            new Finalist(
                new Architecture("toy", [1]),
                new Measurement().With("val_accuracy", 0.9).With("test_accuracy", 0.8).With("val_loss", 0.4),
                null),
        ],
        Alphas = ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty,
        LostAttempts = [],
    };
}
