using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// The events of a search one after another, read into buffers that are used again and again: nothing is made for an event, so that a
/// million trials are read in about a second. Of many the next ones are read by another thread meanwhile: the journal must not be used for
/// anything else. What it gives is good until the next one. Their chain is not checked.
/// </summary>
internal sealed class EventScan : IDisposable
{
    private readonly EventStatement _statement;
    private EventBlock _block;
    private Task<EventBlock>? _ahead;
    private int _row = -1;

    /// <summary>Begins at an event.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="search">Number of the search.</param>
    /// <param name="from">Number of the first event.</param>
    /// <param name="most">Events at most.</param>
    /// <exception cref="Contracts.InputException">The journal cannot be read.</exception>
    public EventScan(SearchJournal journal, long search, long from, long most)
    {
        _statement = new EventStatement(journal, search, from, most);
        _block = _statement.Fill(new EventBlock());
        ReadAhead(null);
    }

    /// <summary>Number of the event.</summary>
    public long Sequence => _block.Numbers(_row)[0];

    /// <summary>When it was written, milliseconds since 1970, UTC.</summary>
    public long At => _block.Numbers(_row)[1];

    /// <summary>Version of its layout.</summary>
    public long Version => _block.Numbers(_row)[2];

    /// <summary>Its link of the chain.</summary>
    public long Link => _block.Numbers(_row)[3];

    /// <summary>Whether the columns hold what they should: a damaged file may have others.</summary>
    public bool IsSound => _block.Numbers(_row)[4] == 1;

    /// <summary>Its kind, UTF-8.</summary>
    public ReadOnlySpan<byte> Kind => _block.Kind(_row);

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Payload => _block.Payload(_row);

    /// <summary>The entry, with bytes of its own.</summary>
    public JournalEntry Entry => new(Encoding.UTF8.GetString(Kind), (int)Version, Payload.ToArray());

    /// <summary>Goes to the next event; false after the last.</summary>
    /// <exception cref="Contracts.InputException">The journal cannot be read.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        if (++_row < _block.Count)
        {
            return true;
        }

        if (_block.Problem is { } problem)
        {
            ExceptionDispatchInfo.Throw(problem);
        }

        if (_ahead is null)
        {
            return false;
        }

        var read = _block;
        (_block, _row) = (_ahead.GetAwaiter().GetResult(), -1);
        ReadAhead(read);
        return Next();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ahead?.Wait();
        _statement.Dispose();
    }

    /// <summary>Fills a block with what comes after the one that is gone through; short scans need no other thread.</summary>
    /// <param name="read">A block that is not needed any more; null where there is none yet.</param>
    private void ReadAhead(EventBlock? read) =>
        _ahead = _block.IsFull ? Task.Run(() => _statement.Fill(read ?? new EventBlock())) : null;
}
