using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>Who watches a search: the terminal. Called from several threads; must not block or throw.</summary>
public interface ISearchObserver
{
    /// <summary>The state changed and is on disk.</summary>
    void Changed(SearchState state);

    /// <summary>A worker is ready.</summary>
    void WorkerStarted(int slot, WorkerReady ready);

    /// <summary>A job says how far it is.</summary>
    void JobProgress(int slot, string stage, long done, long total);

    /// <summary>Something worth a line: a lost worker, a damaged checkpoint, a full disk.</summary>
    void Note(string sentence);
}
