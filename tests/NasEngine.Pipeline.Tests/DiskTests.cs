using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>A disk that takes nothing for a while; on a real one: NasEngine.Faults.Tests.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public DiskTests() => _workspace.Settings = _workspace.Settings with { DiskRetry = TimeSpan.FromMilliseconds(1) };

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_journal_that_takes_nothing_for_a_while_is_told_once_and_costs_nothing()
    {
        var log = new FullLog(refusals: 5);

        var outcome = await RunAsync(log);

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        log.Events.OfType<Measured>().Select(measured => measured.Number).Should().BeEquivalentTo(Enumerable.Range(0, 40));
        _workspace.Observer.Notes.Should().Equal(
            "The disk is full. The search waits and keeps what it has; it goes on when the disk takes it.",
            "The journal is written again, and the search goes on.");
    }

    [Fact]
    public async Task A_network_that_finds_no_room_is_written_when_there_is_some()
    {
        var refusals = 3;
        _workspace.Parts.BeforeExport = () => _ = refusals-- > 0 ? throw new IOException("No space left on device") : 0;

        var outcome = await _workspace.RunAsync(ToyParts.Spec() with { Final = new FinalSpec("toy", 1) });

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        var folder = Path.Combine(_workspace.Folder, "results", "toy", "finalist-1");
        File.Exists(Path.Combine(folder, "weights")).Should().BeTrue();
        _workspace.Read().LostAttempts.Should().BeEmpty();
        _workspace.Observer.Notes.Should().Equal(
            $"The network could not be written to '{folder}': No space left on device. The search waits and keeps it; it goes on when the disk takes it.");
    }

    [Fact]
    public void A_checkpoint_that_finds_no_room_leaves_nothing_that_takes_room()
    {
        var store = new CheckpointStore(_workspace.Folder);

        var act = () => store.Write(3, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("No space left on device");
        });

        act.Should().Throw<IOException>();
        Directory.GetFiles(_workspace.Folder).Should().BeEmpty();
    }

    private Task<SearchOutcome> RunAsync(IEventLog log) =>
        _workspace.Runner().RunInMemoryAsync(PreparedSearch.From(ToyParts.Spec(), _workspace.Parts), log, CancellationToken.None);

    private sealed class FullLog(int refusals) : IEventLog
    {
        private readonly List<SearchEvent> _events = [];
        private int _commits;

        public IReadOnlyList<SearchEvent> Events => _events;

        public IEnumerable<(Candidate Candidate, Measurement Measurement)> StepsAfter(long number) => MeasuredSteps.Of(_events, number);

        public void Append(Commit commit)
        {
            if (++_commits is var number && number > 3 && number <= 3 + refusals)
            {
                throw new JournalWriteException("The disk is full.", new IOException());
            }

            _events.AddRange(commit.Events);
        }
    }
}
