using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Pipeline.Retraining;

/// <summary>The architecture that is to be trained again.</summary>
/// <param name="Name">What its search is called by, see <see cref="RetrainName.Subject"/>.</param>
/// <param name="Architecture">The architecture.</param>
internal sealed record RetrainSubject(string Name, Architecture Architecture)
{
    /// <summary>The one that a request names.</summary>
    /// <exception cref="InputException">It names several, or one that there is not.</exception>
    public static RetrainSubject Of(SearchHistory history, ISearchSpace space, RetrainRequest request) => request switch
    {
        { Trial: { } number, RunnerUp: null, Architecture: null } => OfTrial(history, number),
        { Trial: null, RunnerUp: null, Architecture: { } text } => Of(space.Parse(text)),
        { Trial: null, Architecture: null } => OfWinner(history, request.RunnerUp ?? 0),
        _ => throw new InputException("--trial, --runner-up and --architecture name several networks; give one of them."),
    };

    private static RetrainSubject Of(Architecture architecture) => new(architecture.Id, architecture);

    private static RetrainSubject OfTrial(SearchHistory history, long number)
    {
        var name = history.Header.Spec.Name;
        return history.Candidates.FirstOrDefault(entry => entry.Candidate.Number == number)?.Candidate.Work switch
        {
            Trial trial => new RetrainSubject(RetrainName.SubjectOf(number), trial.Architecture),
            null => throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"Search '{name}' has no trial {number}; 'nas trials {name}' lists them.")),
            _ => throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"Candidate {number} of search '{name}' is a step of a supernet and no architecture of its own; give one: "
                + $"nas retrain {name} --architecture TEXT.")),
        };
    }

    private static RetrainSubject OfWinner(SearchHistory history, int rank)
    {
        var (name, winners) = (history.Header.Spec.Name, history.Finalists);
        return winners.Count == 0
            ? throw new InputException($"Search '{name}' has no winners yet; name a trial: nas retrain {name} --trial N.")
            : rank < winners.Count
                ? Of(winners[rank].Architecture)
                : throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Search '{name}' has {winners.Count} winners in all; give a --runner-up from 1 to {Math.Max(1, winners.Count - 1)}."));
    }
}
