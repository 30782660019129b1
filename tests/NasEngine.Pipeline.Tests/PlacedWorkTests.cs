using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Work is done on machines that are for it.</summary>
public sealed class PlacedWorkTests : IDisposable
{
    private static readonly MachineTags Gpu = MachineTags.Parse("gpu"), Edge = MachineTags.Parse("edge");

    private readonly Workspace _workspace = new();
    private readonly ConcurrentQueue<string> _done = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_worker_goes_where_winners_are_trained_and_latencies_are_measured_by_one_of_their_own()
    {
        var places = new WorkPlaces { Finals = Gpu, Latency = Edge };
        var spec = ToyParts.Spec() with { Final = new FinalSpec("toy", 2), Places = places };
        var benches = 0;
        var runner = new Searches.SearchRunner(
            _workspace.Folder, (one, _) => new PlacedWorker(places, work => new Machine(this, one, places.Of(work).Text)),
            _workspace.Settings with { Workers = 1 }, _workspace.Observer, TimeProvider.System)
        {
            Bench = one => new Machine(this, one, "edge") { LosesItself = benches++ == 0 },
        };

        var outcome = await runner.RunAsync(
            Searches.PreparedSearch.From(spec, _workspace.Parts), new("test", "cpu", null, new([]), null), CancellationToken.None);

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        _done.Where(what => what.StartsWith("Search", StringComparison.Ordinal)).Should().OnlyContain(what => what == "Search on ");
        _done.Where(what => what.StartsWith("Final", StringComparison.Ordinal)).Should().Equal("Final on gpu", "Final on gpu");
        _done.Where(what => what.StartsWith("latency", StringComparison.Ordinal)).Should().Equal("latency on edge", "latency on edge");
        _done.Should().ContainInOrder("ended on ", "placed on gpu");
        benches.Should().Be(2, "a machine that is lost is replaced");
        _workspace.Observer.Notes.Should().Contain("the node is gone; the latency is measured elsewhere.");
    }

    [Fact]
    public async Task A_worker_stays_where_it_may_do_the_next_work_too()
    {
        var made = new List<MachineWork>();
        await using var worker = new PlacedWorker(new WorkPlaces { Trials = Gpu }, work =>
        {
            made.Add(work);
            return new Machine(this, ToyParts.Spec(), "");
        });

        (await worker.PlaceAsync(MachineWork.Inputs, default)).Should().BeTrue();
        (await worker.PlaceAsync(MachineWork.Trials, default)).Should().BeTrue("any machine reads, and not any trains");
        (await worker.PlaceAsync(MachineWork.Finals, default)).Should().BeFalse("any machine is for winners");
        made.Should().Equal(MachineWork.Inputs, MachineWork.Trials);
    }

    private sealed class Machine(PlacedWorkTests test, SearchSpec spec, string tags) : ForwardingWorker
    {
        protected override IWorker Worker { get; } = new InProcessWorker(spec, test._workspace.Parts);

        public bool LosesItself { get; set; }

        public override Task<bool> PlaceAsync(MachineWork kind, CancellationToken cancellation)
        {
            test._done.Enqueue($"placed on {tags}");
            return base.PlaceAsync(kind, cancellation);
        }

        public override Task<Measurement> TrainAndEvaluateAsync(
            WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation)
        {
            test._done.Enqueue($"{role} on {tags}");
            return base.TrainAndEvaluateAsync(role, candidate, progress, cancellation);
        }

        public override Task<LatencyMeasurement> ProfileAsync(Architecture architecture, CancellationToken cancellation)
        {
            if (LosesItself)
            {
                throw new WorkerLost("the node is gone") { Node = new NodeRef(1, "edge") };
            }

            test._done.Enqueue($"latency on {tags}");
            return base.ProfileAsync(architecture, cancellation);
        }

        public override ValueTask DisposeAsync()
        {
            test._done.Enqueue($"ended on {tags}");
            return base.DisposeAsync();
        }
    }
}
