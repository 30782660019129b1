using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>Appends to the events of one search, from the place its reader came to.</summary>
public sealed class EventWriter : IEventLog, IDisposable
{
    private const int SnapshotsKept = 2;

    private readonly SearchJournal _journal;
    private readonly long _search;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _seq, _at, _kind, _version, _payload, _link;
    private long _sequence;
    private long _lastLink;

    /// <summary>Goes on where <paramref name="reader"/> ended.</summary>
    public EventWriter(SearchJournal journal, SearchHeader search, EventReader reader)
    {
        _journal = journal;
        _search = search.Id;
        _sequence = reader.Sequence;
        _lastLink = reader.Link;
        _insert = journal.Command(
            "INSERT INTO events (search, seq, at, kind, version, payload, link) VALUES ($search, $seq, $at, $kind, $version, "
            + "$payload, $link)");
        _insert.Parameters.AddWithValue("$search", search.Id);
        _seq = _insert.Parameters.Add("$seq", SqliteType.Integer);
        _at = _insert.Parameters.Add("$at", SqliteType.Integer);
        _kind = _insert.Parameters.Add("$kind", SqliteType.Text);
        _version = _insert.Parameters.Add("$version", SqliteType.Integer);
        _payload = _insert.Parameters.Add("$payload", SqliteType.Blob);
        _link = _insert.Parameters.Add("$link", SqliteType.Integer);
    }

    /// <inheritdoc/>
    public void Append(Commit commit)
    {
        var (sequence, link) = (_sequence, _lastLink);
        try
        {
            using var transaction = _journal.Connection.BeginTransaction();
            _insert.Transaction = transaction;
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
    public void Dispose() => _insert.Dispose();

    private void Insert(SearchEvent happened, long at)
    {
        var entry = EventCodec.Encode(happened);
        var link = EntryChain.Next(_lastLink, _sequence + 1, at, entry);
        _seq.Value = _sequence + 1;
        _at.Value = at;
        _kind.Value = entry.Kind;
        _version.Value = entry.Version;
        _payload.Value = entry.Payload;
        _link.Value = link;
        _insert.ExecuteNonQuery();
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
