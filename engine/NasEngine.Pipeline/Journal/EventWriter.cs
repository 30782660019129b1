using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Appends to the events of one search, from the place its reader came to. A run may end while another thread appends: closing waits
/// for that commit, and takes none after it.
/// </summary>
public sealed class EventWriter : IEventLog, IDisposable
{
    private const int SnapshotsKept = 2;

    private readonly Lock _lock = new();
    private readonly SearchJournal _journal;
    private readonly long _search;
    private readonly EventInsert _insert;
    private bool _closed;
    private long _sequence;
    private long _lastLink;

    /// <summary>Goes on where <paramref name="reader"/> ended.</summary>
    public EventWriter(SearchJournal journal, SearchHeader search, EventReader reader)
    {
        _journal = journal;
        _search = search.Id;
        _sequence = reader.Sequence;
        _lastLink = reader.Link;
        _insert = new EventInsert(journal.Connection, search.Id);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The writer is closed; nothing was written.</exception>
    public void Append(Commit commit)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            lock (_journal.Turn)
            {
                Write(commit);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(Candidate Candidate, Measurement Measurement)> StepsAfter(long number)
    {
        using var journal = SearchJournal.OpenToRead(Path.GetDirectoryName(_journal.Path)!)!;
        var header = journal.List().First(search => search.Id == _search);
        foreach (var step in MeasuredSteps.Of(new EventReader(journal, header).Read().Select(one => one.Event), number))
        {
            yield return step;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _insert.Dispose();
        }
    }

    private void Write(Commit commit)
    {
        var (sequence, link) = (_sequence, _lastLink);
        try
        {
            using var transaction = _journal.Connection.BeginTransaction();
            foreach (var happened in commit.Events)
            {
                Insert(happened, commit.At.ToUnixTimeMilliseconds());
            }

            Update(commit, transaction);
            transaction.Commit();
        }
        catch (SqliteException problem)
        {
            (_sequence, _lastLink) = (sequence, link);
            throw JournalFile.MayPass(problem)
                ? new JournalWriteException($"The journal '{_journal.Path}' could not be written: {problem.Message}", problem)
                : JournalFile.Explain(problem, _journal.Path);
        }
    }

    private void Insert(SearchEvent happened, long at)
    {
        var entry = EventCodec.Encode(happened);
        var link = EntryChain.Next(_lastLink, _sequence + 1, at, entry);
        _insert.Run(_sequence + 1, at, entry, link);
        (_sequence, _lastLink) = (_sequence + 1, link);
    }

    private void Update(Commit commit, SqliteTransaction transaction)
    {
        using var update = _journal.Command("UPDATE searches SET seconds = seconds + $seconds, state = $state WHERE id = $search");
        update.Transaction = transaction;
        update.Parameters.AddWithValue("$seconds", commit.Seconds);
        update.Parameters.AddWithValue("$state", commit.State);
        update.Parameters.AddWithValue("$search", _search);
        update.ExecuteNonQuery();
        if (commit.Events.OfType<Redefined>().LastOrDefault() is { } redefined)
        {
            DefinitionTable.Change(_journal, _search, redefined.Spec, transaction);
        }

        if (commit.Events.OfType<Renamed>().LastOrDefault() is { } renamed)
        {
            var spec = _journal.List().First(one => one.Id == _search).Spec;
            DefinitionTable.Change(_journal, _search, spec with { Name = renamed.Name }, transaction);
        }

        if (commit.Events.Any(happened => happened is Failed { Retry: not null } or Redefined))
        {
            SnapshotTable.Clear(_journal, _search, transaction); // They may be of what a resume takes back.
        }
        else if (commit.Snapshot is { } snapshot)
        {
            SnapshotTable.Insert(_journal, _search, snapshot with { Sequence = _sequence }, SnapshotsKept, transaction);
        }
    }
}
