namespace NasEngine.Search.Tests;

/// <summary>A plugin is swapped while workers wait for a machine that may never come.</summary>
public sealed class SwapWithoutMachinesTests
{
    [Fact]
    public void Workers_that_wait_for_a_machine_hold_up_no_swap()
    {
        var run = Swap(started: [0], out var events);

        events.Should().ContainSingle(happened => happened is PluginsChanged);
        run.Swap.Should().Be(SwapStage.None);
        run.Swaps.Should().BeEmpty();
        run.Slots.Select(slot => slot.Phase).Should().Equal(SlotPhase.Running, SlotPhase.Waiting);
    }

    [Fact]
    public void One_worker_has_to_start_on_the_new_version_before_it_is_in_use()
    {
        var run = Swap(started: [], out var events);

        events.Should().NotContain(happened => happened is PluginsChanged);
        run.Swap.Should().Be(SwapStage.Renewing);
    }

    [Fact]
    public void A_worker_that_has_its_machine_is_waited_for_again()
    {
        var run = Decide(Begin(), new SlotWaits(1, true), new SlotWaits(1, false));

        run.Slots[1].Phase.Should().Be(SlotPhase.Starting);
    }

    /// <summary>Asks for a swap when the first candidate is trained; the second slot waits from the start.</summary>
    /// <param name="started">Slots that start again on the new version; the others wait.</param>
    /// <param name="events">What went into the journal.</param>
    private static SearchRun Swap(int[] started, out List<SearchEvent> events)
    {
        var (strategy, run) = (new ToyStrategy(), Begin());
        events = [];
        var inputs = new Queue<SearchInput>([new RunStarted(), new SlotReady(0, false), new SlotWaits(1, true)]);
        while (inputs.TryDequeue(out var input))
        {
            var decision = SearchDecider.Decide(run, input);
            run = decision.Run;
            events.AddRange(decision.Events);
            if (!decision.Events.IsEmpty)
            {
                inputs.Enqueue(new EventsWritten(run.Emitted));
            }

            foreach (var answer in decision.Effects.SelectMany(effect => Answers(effect, started, strategy)))
            {
                inputs.Enqueue(answer);
            }
        }

        return run;
    }

    private static IEnumerable<SearchInput> Answers(SearchEffect effect, int[] started, ToyStrategy strategy) => effect switch
    {
        TakeTurn turn => [new TurnTaken(Turn.Take(turn.State, strategy, new ToySpace(), Toy.Objective), null)],
        AssignJob { Job: { Candidate.Number: 0 } job } =>
            [new SwapAsked(1), new JobMeasured(0, job.Lease, Toy.Score(1))],
        SaveStrategy => [new StrategySaved([])],
        LoadSwap load => [new SwapLoaded(load.Swap, new PluginsChanged([], null))],
        CommitSwap commit => [new SwapCommitted(commit.Swap)],
        StopWorker stop => [new SlotGone(stop.Slot)],
        StartWorker start when started.Contains(start.Slot) => [new SlotReady(start.Slot, false)],
        StartWorker start => [new SlotWaits(start.Slot, true)],
        _ => [],
    };

    private static SearchRun Begin() => new(new SearchState(Toy.Spec(window: 2, budget: 4)), new RunRules { Slots = 2 });

    private static SearchRun Decide(SearchRun run, params SearchInput[] inputs) =>
        inputs.Aggregate(run, (now, input) => SearchDecider.Decide(now, input).Run);
}
