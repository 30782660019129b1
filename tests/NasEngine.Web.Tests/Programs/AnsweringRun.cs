using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Web.Tests.Programs;

/// <summary>Stands for the process that runs a search: it holds the workspace's lock and answers what is asked of it.</summary>
internal sealed class AnsweringRun : IDisposable
{
    private readonly RequestFolder _requests;
    private readonly WorkspaceLock _held;
    private readonly IDisposable _told;

    public AnsweringRun(TestWorkspace workspace, TestSearch search)
    {
        (Search, _requests, _held) = (search, new RequestFolder(workspace.Folder), WorkspaceLock.Take(workspace.Folder));
        _told = _held.Running(search.Name);
    }

    public TestSearch Search { get; }

    /// <summary>How many requests wait.</summary>
    public int Waiting => _requests.Waiting.Count;

    /// <summary>Waits for a request, answers it, and brings the search into a state.</summary>
    public async Task<RunRequest?> AnswerAsync(string sentence, string? then = null, bool good = true)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (_requests.Waiting.Count == 0)
        {
            await timer.WaitForNextTickAsync();
        }

        var request = _requests.Waiting[0];
        var asked = _requests.Read(request);
        if (then is not null)
        {
            Search.Be(then);
        }

        _requests.Reply(request, good, sentence);
        return asked;
    }

    public void Dispose()
    {
        _told.Dispose();
        _held.Dispose();
    }
}
