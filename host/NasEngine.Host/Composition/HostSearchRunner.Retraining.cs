using NasEngine.Contracts;
using NasEngine.Host.Retraining;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Composition;

/// <summary>Architectures of searches that are trained again.</summary>
internal sealed partial class HostSearchRunner
{
    /// <summary>Trains an architecture of a search again; goes on where that was, or returns what came of it.</summary>
    /// <exception cref="InputException">There is no such search or architecture, or nothing that trains it.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and can be resumed.</exception>
    /// <exception cref="SearchFailedException">It could not be trained.</exception>
    public Task<RetrainAnswer> RetrainAsync(string search, RetrainRequest request, CancellationToken cancellation) =>
        _turns.AloneAsync(search, launch.InProcess != true, () => RetrainAloneAsync(search, request, cancellation), cancellation);

    private async Task<RetrainAnswer> RetrainAloneAsync(string search, RetrainRequest request, CancellationToken cancellation)
    {
        var question = new RetrainQuestion(workspace, services);
        var plan = question.Plan(search, request);
        _found.Begin(plan.Spec.Name);
        await CompleteAsync(new SearchRun(plan.Spec) { Compared = plan.Header }, cancellation).ConfigureAwait(false);
        var answer = question.Answer(plan);
        _found.Keep(answer.Summary);
        return answer;
    }
}
