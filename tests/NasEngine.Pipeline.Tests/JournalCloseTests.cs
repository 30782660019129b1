using System.Collections;
using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class JournalCloseTests : IDisposable
{
    private static readonly Enqueued Wish = new(new Architecture("toy", [1, 1]));
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_journal_that_is_closed_while_a_commit_is_written_has_all_of_it()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 3);
        var (journal, writer) = Open();
        var closing = new Thread(() =>
        {
            writer.Dispose();
            journal.Dispose();
        });
        writer.Append(Commit(new Watched([Wish, Wish], () =>
        {
            closing.Start();
            SpinWait.SpinUntil(() => closing.ThreadState is ThreadState.WaitSleepJoin or ThreadState.Stopped);
        })));
        closing.Join();

        using var reopened = SearchJournal.OpenToRead(_workspace.Folder)!;
        new EventReader(reopened, reopened.Find("toy")!).Read().Select(one => one.Event).ToArray()[^2..]
            .Should().AllBeOfType<Enqueued>();
    }

    [Fact]
    public async Task A_journal_that_is_closed_takes_no_commit()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 3);
        var (journal, writer) = Open();
        writer.Dispose();

        FluentActions.Invoking(() => writer.Append(Commit([Wish]))).Should().Throw<ObjectDisposedException>();
        journal.Dispose();
    }

    private static Commit Commit(IReadOnlyList<SearchEvent> events) => new(events, TimeProvider.System.GetUtcNow(), 0, "running", null);

    private (SearchJournal Journal, EventWriter Writer) Open()
    {
        var journal = SearchJournal.OpenToWrite(_workspace.Folder);
        var header = journal.Find("toy")!;
        var reader = new EventReader(journal, header);
        reader.Check();
        return (journal, new EventWriter(journal, header, reader));
    }

    /// <summary>Events that say, once, that they are being written: after the first of them.</summary>
    private sealed class Watched(ImmutableArray<SearchEvent> events, Action writing) : IReadOnlyList<SearchEvent>
    {
        private bool _said;

        public int Count => events.Length;

        public SearchEvent this[int index] => events[index];

        public IEnumerator<SearchEvent> GetEnumerator()
        {
            foreach (var one in events)
            {
                yield return one;
                if (!_said)
                {
                    _said = true;
                    writing();
                }
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
