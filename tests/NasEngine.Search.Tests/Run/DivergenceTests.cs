namespace NasEngine.Search.Tests;

/// <summary>Losses that are numbers and mean nothing are said, once, when they last.</summary>
public sealed class DivergenceTests
{
    [Theory]
    [InlineData(24, 1)]
    [InlineData(22, 0)]
    public void A_loss_ten_times_that_of_guessing_is_said_once_when_it_lasts(double loss, int said) =>
        Told(_ => loss).Should().Equal(Enumerable.Repeat(
            "The loss of the last 20 trials is more than 10 times the 2.30 of guessing, the last 24: nothing is learned. Lower the learning rate or clip the gradients.", said));

    [Fact]
    public void A_loss_that_comes_back_now_and_then_is_not() => Told(number => number % 15 == 0 ? 1 : 24).Should().BeEmpty();

    [Theory]
    [InlineData(2.5, 0.11, 1)]
    [InlineData(2.2, 0.11, 0)]
    [InlineData(2.5, 0.7, 0)]
    [InlineData(2.5, 0.2, 0)]
    [InlineData(250, 0.2, 1)]
    [InlineData(22.9, 0.9, 0)]
    public void Trials_that_are_no_better_than_guessing_are_said_once_and_so_are_winners(double loss, double accuracy, int said) =>
        Told(_ => loss, accuracy).Should().Equal(new[]
        {
            FormattableString.Invariant($"The last 5 trials are no better than guessing, the last with a loss of {loss} (2.30 for guessing): nothing is learned. Lower the learning rate, clip the gradients or train them for longer."),
            "No winner is better than guessing: they learned nothing, and their order means nothing.",
        }.Take(2 * said));

    private static List<string> Told(Func<long, double> loss, double? accuracy = null)
    {
        var (spec, strategy, told) = (Toy.Spec(window: 1, budget: 50), new ToyStrategy(), new List<string>());
        var run = new SearchRun(new SearchState(spec), new RunRules());
        var inputs = new Queue<SearchInput>([new RunStarted(), new SlotReady(0, false) { GuessingLoss = Math.Log(10) }]);
        while (inputs.TryDequeue(out var input))
        {
            var decision = SearchDecider.Decide(run, input);
            run = decision.Run;
            if (!decision.Events.IsEmpty)
            {
                inputs.Enqueue(new EventsWritten(run.Emitted));
            }

            foreach (var effect in decision.Effects)
            {
                switch (effect)
                {
                    case TakeTurn turn:
                        inputs.Enqueue(new TurnTaken(Turn.Take(turn.State, strategy, new ToySpace(), Toy.Objective), null));
                        break;
                    case AssignJob { Job: var job }:
                        var measured = Toy.Score(1).With("val_loss", loss(job.Candidate.Number));
                        inputs.Enqueue(new JobMeasured(0, job.Lease, accuracy is { } share ? measured.With("val_accuracy", share) : measured));
                        break;
                    case NameWinners:
                        inputs.Enqueue(new WinnersNamed([], Toy.NoAlphas));
                        break;
                    case Tell tell:
                        told.Add(tell.Sentence);
                        break;
                }
            }
        }

        run.State.Phase.Should().Be(SearchPhase.Completed);
        return told;
    }
}
