namespace NasEngine.Search.Tests;

/// <summary>A node that dies is no fault of the candidate that it had.</summary>
public sealed class NodeLossTests
{
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void Nodes_lost_under_a_candidate_cost_it_no_attempt_until_they_are_ten(int losses)
    {
        var journal = Journal(losses, crashes: 2);

        journal.Select(happened => happened is NodeHappened { News: CandidateLeft { Number: 0 } } left ? left.Node.Name : null)
            .OfType<string>().Should().Equal(Enumerable.Range(1, losses).Select(number => $"n{number}"));
        var measured = journal.OfType<Measured>().Single(one => one.Number == 0).Measurement;
        if (losses < 10)
        {
            measured.Failure.Should().BeNull();
            journal.OfType<AttemptFailed>().Select(failed => failed.Attempt).Should().Equal(1, 2);
        }
        else
        {
            measured.Failure!.Message.Should().Be(
                "10 nodes were lost while they had it: 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9', 'n10'.");
        }
    }

    [Fact]
    public void Workers_that_do_not_start_for_their_node_are_no_failed_starts()
    {
        var run = new SearchRun(new SearchState(Toy.Spec(window: 1, budget: 2)), new RunRules());
        for (var start = 0; start < 20; start++)
        {
            run = SearchDecider.Decide(run, new SlotFailed(0, "the node is gone") { Node = new NodeRef(start, "a") }).Run;
            var decision = SearchDecider.Decide(run, new SlotGone(0));
            decision.Effects.OfType<StartWorker>().Should().ContainSingle().Which.Failures.Should().Be(0, "no wait is needed");
            run = decision.Run;
        }

        run.State.Phase.Should().Be(SearchPhase.Searching);
    }

    /// <summary>The first candidate loses some nodes, then some workers, and is measured where it still can be.</summary>
    private static List<SearchEvent> Journal(int losses, int crashes)
    {
        var (strategy, journal, lost) = (new ToyStrategy(), new List<SearchEvent>(), 0);
        var run = new SearchRun(new SearchState(Toy.Spec(window: 1, budget: 2)), new RunRules());
        var inputs = new Queue<SearchInput>([new RunStarted(), new SlotReady(0, false)]);
        while (inputs.TryDequeue(out var input))
        {
            var decision = SearchDecider.Decide(run, input);
            run = decision.Run;
            journal.AddRange(decision.Events);
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
                    case AssignJob { Job: { Candidate.Number: 0 } job } when lost < losses + crashes:
                        var node = ++lost <= losses ? new NodeRef(lost, $"n{lost}") : null;
                        inputs.Enqueue(new JobLost(0, job.Lease, "gone.") { Node = node });
                        inputs.Enqueue(new SlotGone(0));
                        break;
                    case AssignJob { Job: var job }:
                        inputs.Enqueue(new JobMeasured(0, job.Lease, Toy.Score(1)));
                        break;
                    case StartWorker:
                        inputs.Enqueue(new SlotReady(0, false));
                        break;
                    case NameWinners:
                        inputs.Enqueue(new WinnersNamed([], Toy.NoAlphas));
                        break;
                }
            }
        }

        run.State.Phase.Should().Be(SearchPhase.Completed);
        return journal;
    }
}
