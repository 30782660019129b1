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

    private static List<string> Told(Func<long, double> loss)
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
                        inputs.Enqueue(new JobMeasured(0, job.Lease, Toy.Score(1).With("val_loss", loss(job.Candidate.Number))));
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
