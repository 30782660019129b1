using System.Collections.Concurrent;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using NasEngine.Contracts;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Actors;

/// <summary>What comes together is written together, and a disk that takes nothing is waited for.</summary>
public sealed class JournalActorTests : TestKit
{
    private static readonly SearchState State = new(ToyParts.Spec());

    private readonly GatedLog _log = new();
    private readonly NotedObserver _observer = new();

    [Fact]
    public async Task What_comes_while_something_is_written_goes_into_one_transaction()
    {
        var journal = Journal();
        journal.Tell(Append(1), TestActor);
        await _log.BegunAsync();
        journal.Tell(Append(2), TestActor);
        journal.Tell(Append(3), TestActor);
        journal.Tell(Append(4), TestActor);

        _log.Open(2);

        (await ExpectMsgAsync<EventsWritten>()).Count.Should().Be(1);
        (await ExpectMsgAsync<EventsWritten>()).Count.Should().Be(4);
        _log.Commits.Select(commit => commit.Events.Count).Should().Equal(1, 3);
    }

    [Fact]
    public async Task A_snapshot_stands_right_after_the_events_that_it_is_of()
    {
        var journal = Journal();
        journal.Tell(Append(1), TestActor);
        await _log.BegunAsync();
        journal.Tell(Append(2) with { Saved = [7] }, TestActor);
        journal.Tell(Append(3), TestActor);

        _log.Open(3);

        await ExpectMsgAsync<EventsWritten>(written => written.Count == 1);
        await ExpectMsgAsync<EventsWritten>(written => written.Count == 2);
        await ExpectMsgAsync<EventsWritten>(written => written.Count == 3);
        _log.Commits.Select(commit => commit.Snapshot is not null).Should().Equal(false, true, false);
    }

    [Fact]
    public async Task States_are_shown_in_their_order_also_where_nothing_is_to_be_written()
    {
        var shown = new ConcurrentQueue<SearchState>();
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        SearchState[] states = [.. Enumerable.Range(0, 4).Select(number => State with { ObservedCount = number })];
        _observer.OnChanged = state =>
        {
            shown.Enqueue(state);
            if (state == states[3])
            {
                last.SetResult();
            }
        };
        var journal = Journal();
        journal.Tell(Observed(states[0]), TestActor);
        journal.Tell(Append(1) with { State = states[1] }, TestActor);
        await _log.BegunAsync();
        journal.Tell(Observed(states[2]), TestActor);

        _log.Open(1);
        await ExpectMsgAsync<EventsWritten>();
        journal.Tell(Observed(states[3]), TestActor);
        await last.Task.WaitAsync(TimeSpan.FromMinutes(1));

        shown.Should().Equal(states);
        _log.Commits.Should().ContainSingle();
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_waited_for_and_what_comes_meanwhile_is_kept()
    {
        _log.Refusals = 3;
        var journal = Journal();
        journal.Tell(Append(1), TestActor);
        journal.Tell(Append(2), TestActor);

        _log.Open(10);

        await ExpectMsgAsync<EventsWritten>(written => written.Count == 1);
        await ExpectMsgAsync<EventsWritten>(written => written.Count == 2);
        _observer.Notes.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_when_the_search_is_to_stop_ends_it()
    {
        _log.Refusals = int.MaxValue;
        var journal = Journal();
        journal.Tell(new StopAsked(), TestActor);
        journal.Tell(Append(1), TestActor);

        _log.Open(1);

        (await ExpectMsgAsync<JournalFailed>()).Problem.Should().BeOfType<JournalWriteException>();
    }

    [Fact]
    public async Task The_time_of_a_pause_is_no_running_time_and_the_list_says_that_it_is_paused()
    {
        var clock = new SteppedClock();
        var journal = Journal(clock);
        _log.Open(3);
        foreach (var (seconds, append) in new[]
        {
            (10, Append(1) with { Events = [new Paused()], State = State with { IsPaused = true } }),
            (18_000, Append(2) with { Events = [new Resumed()] }),
            (7, Append(3)),
        })
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            journal.Tell(append, TestActor);
            await ExpectMsgAsync<EventsWritten>();
        }

        _log.Commits.Select(commit => (commit.Seconds, commit.State)).Should().Equal((10, "paused"), (0, "searching"), (7, "searching"));
    }

    private IActorRef Journal(TimeProvider? time = null)
    {
        var plan = Plans.Of(new ToyParts(), _log, _observer) with { Time = time ?? TimeProvider.System };
        return ActorOfAsTestActorRef<JournalActor>(Props.Create(() => new JournalActor(plan)), TestActor);
    }

    private static Append Observed(SearchState state) => new([], 0, state, null);

    private static Append Append(long count) => new([new Measured(count, new Measurement())], count, State, null);

    /// <summary>A disk that takes as many transactions as it is let.</summary>
    private sealed class GatedLog : IEventLog
    {
        private readonly SemaphoreSlim _begun = new(0);
        private readonly SemaphoreSlim _let = new(0);

        public ConcurrentQueue<Commit> Commits { get; } = new();

        public int Refusals { get; set; }

        public async Task BegunAsync() => (await _begun.WaitAsync(TimeSpan.FromMinutes(1))).Should().BeTrue();

        public void Open(int commits) => _let.Release(commits);

        public IEnumerable<(Candidate Candidate, Measurement Measurement)> StepsAfter(long number) => [];

        public void Append(Commit commit)
        {
            _begun.Release();
            _let.Wait(TimeSpan.FromMinutes(1));
            if (Refusals-- > 0)
            {
                throw new JournalWriteException("The disk is full.", new IOException());
            }

            Commits.Enqueue(commit);
        }
    }
}
