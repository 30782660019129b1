using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Pipeline.Workers.Helping;

/// <summary>The helpers of a worker process, asked by way of its coordinator.</summary>
/// <param name="say">Says something to the coordinator.</param>
internal sealed class PipeHelpers(Action<IFromWorker> say) : IHelpers
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<byte[]?>> _asked = new();
    private long _last;

    /// <inheritdoc/>
    public int Count { get; set; }

    /// <inheritdoc/>
    public async Task<byte[]?> AskAsync(int helper, byte[] work, CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref _last);
        var answer = _asked[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            say(new HelpWanted(number, helper, work));
            return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _asked.TryRemove(number, out _);
        }
    }

    /// <summary>The coordinator answered.</summary>
    public void Take(Helped helped)
    {
        if (_asked.TryGetValue(helped.Number, out var asked))
        {
            asked.TrySetResult(helped.Answer);
        }
    }
}
