using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Architectures that somebody wants tried go before what the strategy proposes.</summary>
public sealed class EnqueuedTests : IDisposable
{
    private static readonly Architecture[] Wished = [new("toy", [3, 2]), new("toy", [0, 1])];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(1, 2000)]
    [InlineData(4, 2000)]
    [InlineData(4, 5)]
    public async Task They_are_the_next_trials_and_however_often_the_search_is_stopped_it_ends_alike(int window, int snapshotEvery)
    {
        using var undisturbed = new Workspace { Settings = new() { Workers = 1, SnapshotEvery = snapshotEvery } };
        _workspace.Settings = undisturbed.Settings;
        var spec = ToyParts.Spec(window: window);
        await _workspace.RunAsync(spec, stopAt: 12);
        Enqueue(_workspace);
        File.Copy(_workspace.Journal, undisturbed.Journal);

        await undisturbed.RunAsync(spec);
        for (var at = 13; at < 24; at += 2)
        {
            await _workspace.RunAsync(spec, stopAt: at);
        }

        await _workspace.RunAsync(spec);

        _workspace.Story().Should().Be(undisturbed.Story());
        var next = Proposals(_workspace).SkipWhile(one => !one.AfterWish).Take(2 + window).Select(one => one.Architecture);
        next.Should().ContainInOrder(Wished, "before them is at most what the strategy had decided");
        _workspace.Read().Candidates.Should().HaveCount(40, "they count");
        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        var follower = new StateFollower(new ToySpace(), (Objective)spec.Objective);
        follower.Advance(journal, journal.Find("toy")!);
        follower.State!.ObservedCount.Should().Be(40);
    }

    [Fact]
    public async Task The_strategy_observes_its_own_and_learns_of_the_others()
    {
        var told = new List<(string Call, long Number)>();
        var parts = new ToyParts { OwnStrategy = _ => new Listener(told) };
        _workspace.Parts = parts;
        var spec = ToyParts.Spec(budget: 8, window: 1) with { Strategy = "own" };
        await _workspace.RunAsync(spec, stopAt: 3);
        Enqueue(_workspace);
        told.Clear();

        await _workspace.RunAsync(spec);

        long[] learned = [.. told.Distinct().Where(one => one.Call == "learn").Select(one => one.Number)];
        learned.Should().HaveCount(2);
        _workspace.Read().Candidates.Where(one => learned.Contains(one.Candidate.Number)).Select(one => ((Trial)one.Candidate.Work).Architecture)
            .Should().Equal(Wished);
        told.Distinct().Select(one => one.Number).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7);
    }

    private static void Enqueue(Workspace workspace)
    {
        using var journal = SearchJournal.OpenToWrite(workspace.Folder);
        var header = journal.Find("toy")!;
        var reader = new EventReader(journal, header);
        reader.Check();
        using var writer = new EventWriter(journal, header, reader);
        writer.Append(new Commit([.. Wished.Select(one => new Enqueued(one))], TimeProvider.System.GetUtcNow(), 0, header.State, null));
    }

    private static IEnumerable<(bool AfterWish, Architecture Architecture)> Proposals(Workspace workspace)
    {
        using var journal = SearchJournal.OpenToRead(workspace.Folder)!;
        var after = false;
        foreach (var happened in new EventReader(journal, journal.Find("toy")!).Read().Select(one => one.Event).ToArray())
        {
            after |= happened is Enqueued;
            if (happened is Proposed { Candidate.Work: Trial trial })
            {
                yield return (after, trial.Architecture);
            }
        }
    }

    /// <summary>Notes what it is told.</summary>
    private sealed class Listener(List<(string Call, long Number)> told) : IStrategy
    {
        public WorkKind Kind => WorkKind.Trials;

        public StrategyStatus Status => StrategyStatus.Empty;

        public WorkItem Propose(ProposalContext context) => new Trial(new Architecture("toy", [(int)(context.Number % 4), 0]), Fidelity.Full);

        public void Observe(Observation observation) => told.Add(("observe", observation.Candidate.Number));

        public void Learn(Observation observation) => told.Add(("learn", observation.Candidate.Number));

        public System.Collections.Immutable.ImmutableArray<Architecture> Recommend(int count) => [];

        public void Save(System.Buffers.IBufferWriter<byte> state)
        {
        }

        public void Restore(ReadOnlyMemory<byte> state)
        {
        }
    }
}
