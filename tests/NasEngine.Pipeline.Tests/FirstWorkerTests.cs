using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Tests;

/// <summary>Before anything is written a worker finds out whether a search can work, and on what data.</summary>
public sealed class FirstWorkerTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private int _made;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task It_is_started_once_and_the_search_goes_on_with_it()
    {
        await using var first = await StartAsync();

        var outcome = await new SearchRunner(
            _workspace.Folder, first.Create, _workspace.Settings with { Workers = 1 }, NoObserver.Instance, TimeProvider.System)
            .RunAsync(PreparedSearch.From(ToyParts.Spec(), _workspace.Parts), new("test", "cpu", first.Ready.DataHash, [], null), default);

        outcome.State.Phase.Should().Be(Search.SearchPhase.Completed);
        _made.Should().Be(1);
    }

    [Fact]
    public async Task One_that_is_lost_is_tried_again_and_in_the_end_said()
    {
        var losses = 2;
        _workspace.Parts.BeforeCreate = () => _ = --losses >= 0 ? throw new InvalidOperationException("fell over") : 0;
        await using (await StartAsync())
        {
            _made.Should().Be(3);
        }

        losses = 3;

        await ((Func<Task>)StartAsync).Should().ThrowAsync<SearchFault>().WithMessage("No worker starts: InvalidOperationException: fell over");
    }

    [Fact]
    public async Task One_that_is_lost_with_its_node_is_started_elsewhere_until_ten_nodes_are_lost()
    {
        var losses = 9;
        _workspace.Parts.BeforeCreate = () =>
            _ = --losses >= 0 ? throw new WorkerLost("the node is gone") { Node = new Search.NodeRef(losses, "a") } : 0;
        await using (await StartAsync())
        {
            _made.Should().Be(10);
        }

        losses = 10;

        await ((Func<Task>)StartAsync).Should().ThrowAsync<SearchFault>().WithMessage("No worker starts: the node is gone");
    }

    [Fact]
    public async Task What_cannot_work_is_refused_at_once_and_nothing_is_written()
    {
        _workspace.Parts.BeforeCreate = () => throw new InputException("No such images.");

        await ((Func<Task>)StartAsync).Should().ThrowAsync<InputException>().WithMessage("No such images.");

        _made.Should().Be(1);
        Directory.EnumerateFileSystemEntries(_workspace.Folder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a", "table", null)]
    [InlineData("b", "table", "The file 'estimator.table' of search 'toy' is not what it was when this run began (SHA-256 b, was a)*")]
    [InlineData("b", "other", null)]
    public async Task A_worker_that_starts_later_must_read_what_the_first_one_reads(string hash, string option, string? refusal)
    {
        var hashes = new Queue<(string Option, string Hash)>([("table", "a"), (option, hash)]);
        IWorker Create(SearchSpec spec, int slot) => new Reading(hashes.Dequeue(), Make(spec, slot));
        await using var first = await FirstWorker.StartAsync(
            Create, ToyParts.Spec(), MachineWork.Trials, _workspace.Folder, _workspace.Settings, TimeProvider.System, CancellationToken.None);
        await using var one = first.Create(ToyParts.Spec(), 0);
        await using var later = first.Create(ToyParts.Spec(), 1);

        var start = () => later.StartAsync(null, CancellationToken.None);

        if (refusal is null)
        {
            await start.Should().NotThrowAsync();
        }
        else
        {
            await start.Should().ThrowAsync<InputException>().WithMessage(refusal);
        }
    }

    private Task<FirstWorker> StartAsync() => FirstWorker.StartAsync(
        Make, ToyParts.Spec(), MachineWork.Trials, _workspace.Folder, _workspace.Settings, TimeProvider.System, CancellationToken.None);

    private sealed class Reading((string Option, string Hash) file, IWorker worker) : ForwardingWorker
    {
        /// <inheritdoc/>
        protected override IWorker Worker => worker;

        public override async Task<WorkerReady> StartAsync(string? networks, CancellationToken cancellation) =>
            await base.StartAsync(networks, cancellation) with
            {
                Files = new Dictionary<string, string> { [$"estimator.{file.Option}"] = file.Hash },
            };
    }

    private InProcessWorker Make(SearchSpec spec, int slot)
    {
        _made++;
        return new InProcessWorker(spec, _workspace.Parts);
    }
}
