namespace NasEngine.Pipeline.Searches;

/// <summary>Somebody wants a plugin swapped, and waits for an answer.</summary>
internal sealed class SwapRequest(string plugin)
{
    private readonly TaskCompletionSource<SwapAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Plugin => plugin;

    public Task<SwapAnswer> Answered => _answer.Task;

    /// <summary>The first answer counts.</summary>
    public void Answer(SwapResult result, string sentence) => _answer.TrySetResult(new SwapAnswer(result, sentence));
}
