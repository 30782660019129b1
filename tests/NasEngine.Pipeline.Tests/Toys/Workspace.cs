using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>A folder for one test, and toy searches in it.</summary>
internal sealed class Workspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("nas-test-").FullName;

    /// <summary>The plugin as it is when a search begins or is resumed.</summary>
    public ToyParts Parts { get; set; } = new();

    /// <summary>What is there to swap it for.</summary>
    public ToyPlugins Newer { get; } = new();

    public SwapRequests Swaps { get; } = new();

    public RunSettings Settings { get; set; } = new() { Workers = 2, BackOff = TimeSpan.FromMilliseconds(1) };

    /// <summary>SHA-256 of the plugins.</summary>
    public Dictionary<string, string> Plugins { get; } = [];

    public bool AcceptPlugins { get; set; }

    /// <summary>Whether the estimator says that it plans over the budget.</summary>
    public bool EstimatorPlans { get; set; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public NotedObserver Observer { get; } = new();

    public string Journal => Path.Combine(Folder, "journal.db");

    /// <summary>Runs or resumes; <paramref name="stopAt"/> asks to stop when that candidate is to be trained.</summary>
    public async Task<SearchOutcome> RunAsync(SearchSpec spec, long? stopAt = null)
    {
        using var stop = new CancellationTokenSource();
        ToyParts[] versions = [Parts, Newer.Next];
        Action<Candidate>?[] before = [.. versions.Select(parts => parts.BeforeTraining)];
        foreach (var (parts, act) in versions.Zip(before))
        {
            parts.BeforeTraining = candidate =>
            {
                if (candidate.Number == stopAt)
                {
                    stop.Cancel();
                }

                act?.Invoke(candidate);
            };
        }

        try
        {
            return await Runner()
                .RunAsync(PreparedSearch.From(spec, Parts) with { EstimatorPlans = EstimatorPlans }, new SearchOrigin("test", "cpu", null, Plugins, null), stop.Token, AcceptPlugins)
                .WaitAsync(TimeSpan.FromMinutes(5));
        }
        finally
        {
            foreach (var (parts, act) in versions.Zip(before))
            {
                parts.BeforeTraining = act;
            }
        }
    }

    public SearchRunner Runner() => new(Folder, (one, _) => new InProcessWorker(one, Newer.InUse ?? Parts), Settings, Observer, Time, Newer, Swaps);

    /// <summary>Does something to the journal behind the program's back.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Journal};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Writes garbage over the first page of a table.</summary>
    public void Overwrite(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Journal};Pooling=False");
        connection.Open();
        var (page, size) = (Number($"SELECT rootpage FROM sqlite_master WHERE name = '{table}'"), Number("PRAGMA page_size"));
        Number("PRAGMA wal_checkpoint(TRUNCATE)");
        connection.Close();
        using var file = File.OpenWrite(Journal);
        file.Position = (page - 1) * size;
        file.Write(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());

        long Number(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
    }

    public SearchHistory Read()
    {
        using var journal = SearchJournal.OpenToRead(Folder)!;
        return SearchHistory.Read(journal, journal.Find("toy")!);
    }

    /// <summary>All that must be equal between equal searches, as text.</summary>
    public string Story()
    {
        var history = Read();
        var trials = history.Candidates.Select(entry =>
            $"{entry.Candidate.Number} {string.Join('|', entry.Candidate.Work.Architectures)} "
            + string.Join(',', entry.Measurement?.Metrics.Select(metric => $"{metric.Key}={metric.Value:R}") ?? [])
            + entry.Measurement?.Failure + string.Join(',', entry.Status.Select(status => $"{status.Key}={status.Value:R}")));
        var finalists = history.Finalists.Select(finalist => finalist.Architecture.Key);
        return string.Join('\n', trials.Concat(finalists).Append(history.Header.State));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed class NotedObserver : ISearchObserver
{
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_notes)
            {
                return [.. _notes];
            }
        }
    }

    /// <summary>Called with every state that is on disk.</summary>
    public Action<Search.SearchState>? OnChanged { get; set; }

    public void Changed(Search.SearchState state) => OnChanged?.Invoke(state);

    public void WorkerStarted(int slot, WorkerReady ready)
    {
    }

    public void JobProgress(int slot, string stage, long done, long total)
    {
    }

    public void Note(string sentence)
    {
        lock (_notes)
        {
            _notes.Add(sentence);
        }
    }
}
