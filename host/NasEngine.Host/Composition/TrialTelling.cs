using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Host.Composition;

/// <summary>
/// Tells a recipe each trial of a search when it is on disk. It reads the journal behind the search, on a thread of its own, so that a
/// recipe that takes its time holds up nothing.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="search">The search.</param>
/// <param name="call">The recipe's code.</param>
/// <param name="stop">Stops the search; called where the recipe's code throws.</param>
internal sealed class TrialTelling(string workspace, string search, Action<FoundTrial> call, Action stop) : ISearchObserver, IDisposable
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.DropWrite,
    });

    private SearchJournal? _journal;
    private TrialFeed? _feed;
    private Task _telling = Task.CompletedTask;
    private ExceptionDispatchInfo? _thrown;

    /// <summary>Begins to tell of a search that runs.</summary>
    public void Begin(PreparedSearch prepared) => _telling = Task.Run(() => TellAsync(prepared));

    /// <summary>Tells what was not told yet.</summary>
    /// <exception cref="Exception">What the recipe's code threw.</exception>
    public async Task EndAsync(PreparedSearch prepared)
    {
        await StopAsync().ConfigureAwait(false);
        Tell(prepared);
        ThrowIfAny();
    }

    /// <summary>Tells no more.</summary>
    public async Task StopAsync()
    {
        _changes.Writer.TryComplete();
        await _telling.ConfigureAwait(false);
    }

    /// <summary>Passes on what the recipe's code threw.</summary>
    public void ThrowIfAny() => _thrown?.Throw();

    /// <inheritdoc/>
    public void Changed(SearchState state) => _changes.Writer.TryWrite(true);

    /// <inheritdoc/>
    public void WorkerStarted(int slot, WorkerReady ready)
    {
    }

    /// <inheritdoc/>
    public void JobProgress(int slot, string stage, long done, long total)
    {
    }

    /// <inheritdoc/>
    public void Note(string sentence)
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _journal?.Dispose();

    private async Task TellAsync(PreparedSearch prepared)
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Tell(prepared);
        }
    }

    private void Tell(PreparedSearch prepared)
    {
        if (_thrown is not null)
        {
            return;
        }

        try
        {
            _journal ??= SearchJournal.OpenToFollow(workspace);
            _feed ??= _journal?.Find(search) is { } header ? new TrialFeed(_journal, header) : null;
            foreach (var entry in _feed?.Next() ?? [])
            {
                if (FoundTrials.Of(entry, prepared.Space, prepared.Parts.Objective) is { } trial)
                {
                    call(trial);
                }
            }
        }
        catch (Exception problem)
        {
            _thrown = ExceptionDispatchInfo.Capture(problem);
            stop();
        }
    }
}
