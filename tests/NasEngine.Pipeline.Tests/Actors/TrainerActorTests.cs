using Akka.Actor;
using Akka.TestKit.Xunit2;
using NasEngine.Contracts;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Actors;

/// <summary>An actor per worker: it says what was lost with it, and its end comes after its last word.</summary>
public sealed class TrainerActorTests : TestKit
{
    private readonly ToyParts _parts = new();

    [Fact]
    public async Task A_lost_worker_says_what_was_lost_and_only_then_it_is_gone()
    {
        _parts.BeforeTraining = _ => throw new InvalidOperationException("fell over");
        var trainer = Watch(Trainer(TestActor));
        await ExpectMsgAsync(new SlotReady(3, false));

        trainer.Tell(new AssignJob(3, Job(lease: 8)), TestActor);

        await ExpectMsgAsync(new JobLost(3, 8, "InvalidOperationException: fell over"));
        await ExpectTerminatedAsync(trainer);
    }

    [Fact]
    public async Task A_worker_that_does_not_start_says_why_and_is_gone()
    {
        _parts.BeforeCreate = () => throw new InvalidOperationException("no room");
        var trainer = Watch(Trainer(TestActor));

        await ExpectMsgAsync(new SlotFailed(3, "InvalidOperationException: no room"));
        await ExpectTerminatedAsync(trainer);
    }

    [Fact]
    public async Task A_trained_candidate_goes_from_trainer_to_evaluator_to_profiler_and_not_back()
    {
        var profiler = CreateTestProbe();
        var trainer = Trainer(profiler);
        await ExpectMsgAsync(new SlotReady(3, false));

        trainer.Tell(new AssignJob(3, Job(lease: 8)), TestActor);

        var evaluated = await profiler.ExpectMsgAsync<Evaluated>();
        evaluated.Measurement.Metrics["score"].Should().Be(5 * 7919 % 101);
        profiler.Sender.Should().Be(trainer);
        await ExpectNoMsgAsync(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_worker_told_to_go_while_it_trains_says_nothing_more()
    {
        using var training = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        _parts.BeforeTraining = _ =>
        {
            training.Set();
            goOn.Wait(TimeSpan.FromMinutes(1));
        };
        var profiler = CreateTestProbe();
        var trainer = Watch(Trainer(profiler));
        await ExpectMsgAsync(new SlotReady(3, false));
        trainer.Tell(new AssignJob(3, Job(lease: 8)), TestActor);
        training.Wait(TimeSpan.FromMinutes(1)).Should().BeTrue();

        Sys.Stop(trainer);

        await ExpectTerminatedAsync(trainer);
        goOn.Set();
        await profiler.ExpectNoMsgAsync(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task A_worker_that_waits_for_a_machine_says_so_and_when_it_has_one()
    {
        var machine = new TaskCompletionSource();
        var plan = Plans.Of(_parts, new MemoryEventLog("toy"), NoObserver.Instance);
        Start(plan, new WaitingWorker(new InProcessWorker(plan.State.Spec, _parts), machine.Task), CreateTestProbe());
        await ExpectMsgAsync(new SlotWaits(3, true));
        await ExpectNoMsgAsync(TimeSpan.Zero);

        machine.SetResult();

        await ExpectMsgAsync(new SlotWaits(3, false));
        await ExpectMsgAsync(new SlotReady(3, false));
    }

    private static Job Job(long lease) => new(new Candidate(5, new Trial(new Architecture("toy", [0, 0]), Fidelity.Full)), null, lease);

    /// <summary>A trainer whose parent is this test.</summary>
    private IActorRef Trainer(IActorRef profiler)
    {
        var plan = Plans.Of(_parts, new MemoryEventLog("toy"), NoObserver.Instance);
        var worker = new InProcessWorker(plan.State.Spec, _parts);
        return Start(plan, worker, profiler);
    }

    private IActorRef Start(SearchPlan plan, IWorker worker, IActorRef profiler) => ActorOfAsTestActorRef<TrainerActor>(
        Props.Create(() => new TrainerActor(3, plan, worker, MachineWork.Trials, null, profiler)), TestActor);

    private sealed class WaitingWorker(IWorker worker, Task machine) : ForwardingWorker
    {
        protected override IWorker Worker => worker;

        public override async Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation)
        {
            await machine.WaitAsync(cancellation);
            return false;
        }
    }
}
