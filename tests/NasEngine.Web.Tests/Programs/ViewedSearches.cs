using NasEngine.Web.Live;

namespace NasEngine.Web.Tests.Programs;

/// <summary>Searches that a test writes, read as the pages read them; nothing is served.</summary>
public abstract class ViewedSearches : IDisposable
{
    private readonly WorkspaceWatch _watch;

    /// <summary>Begins with an empty workspace.</summary>
    protected ViewedSearches() => _watch = ServedView.Watching(Workspace.Folder);

    internal TestWorkspace Workspace { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        _watch.Dispose();
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A search, read to its last event.</summary>
    internal async Task<WatchedSearch> ReadAsync(TestSearch search)
    {
        await _watch.RefreshAsync();
        var watched = _watch.Begin(search.Id)!;
        do
        {
            await _watch.RefreshAsync();
        }
        while (!watched.IsUpToDate);
        watched.Parts.Problem.Should().BeNull();
        return watched;
    }
}
