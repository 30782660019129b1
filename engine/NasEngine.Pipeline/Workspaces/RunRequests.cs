using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>Asks the process that runs a search, and waits for its answer.</summary>
public static class RunRequests
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks, and returns the answer; null when no search runs there, or it ended before it answered.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up, and takes the request back.</param>
    /// <exception cref="InputException">It was refused, or the workspace cannot be written.</exception>
    public static async Task<string?> AskAsync(string workspace, RunRequest asked, TimeProvider time, CancellationToken cancellation)
    {
        if (!WorkspaceLock.IsHeld(workspace))
        {
            return null;
        }

        var folder = new RequestFolder(workspace);
        var request = Asked(workspace, folder, asked);
        try
        {
            using var timer = new PeriodicTimer(Period, time);
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                var runs = WorkspaceLock.IsHeld(workspace);
                if (folder.TakeReply(request) is var (good, sentence))
                {
                    return good ? sentence : throw new InputException(sentence);
                }

                if (!runs)
                {
                    break;
                }
            }
        }
        finally
        {
            folder.Withdraw(request);
        }

        return null;
    }

    private static string Asked(string workspace, RequestFolder folder, RunRequest asked)
    {
        try
        {
            return folder.Ask(asked);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The run in workspace '{workspace}' cannot be asked: {Clause.Of(refused.Message)}; requests are files there.", refused);
        }
    }
}
