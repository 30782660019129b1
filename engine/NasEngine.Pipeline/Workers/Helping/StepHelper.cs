namespace NasEngine.Pipeline.Workers.Helping;

/// <summary>A helper that is ready, until it is found to be lost.</summary>
/// <param name="Worker">The worker.</param>
internal sealed record StepHelper(IHelpingWorker Worker)
{
    /// <summary>Done when it is lost.</summary>
    public TaskCompletionSource Lost { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
