using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>Measured candidates among events.</summary>
public static class MeasuredSteps
{
    /// <summary>
    /// Those with a number above <paramref name="number"/>, in order, but for those whose attempts were all lost, and trials that leave
    /// the state of the search's own estimator as it is. Holds no more of the events than what is not measured yet, or was given up.
    /// </summary>
    public static IEnumerable<(Candidate Candidate, Measurement Measurement)> Of(IEnumerable<SearchEvent> events, long number)
    {
        var proposed = new Dictionary<long, Candidate>();
        var givenUp = new Dictionary<long, Candidate>();
        foreach (var happened in events)
        {
            if (happened is Proposed { Candidate: var candidate } && candidate.Number > number && Changes(candidate.Work))
            {
                proposed[candidate.Number] = candidate;
            }
            else if (happened is Failed { Retry: { } first })
            {
                foreach (var (lost, again) in givenUp.Where(pair => pair.Key >= first))
                {
                    proposed.TryAdd(lost, again);
                }
            }
            else if (happened is Measured measured && proposed.Remove(measured.Number, out var done))
            {
                if (measured.Measurement.Failure is { Kind: FailureKind.Poisoned })
                {
                    givenUp[measured.Number] = done;
                }
                else
                {
                    yield return (done, measured.Measurement);
                }
            }
        }
    }

    /// <summary>A slice of a supernet, or what another estimator measures, is no part of its history.</summary>
    private static bool Changes(WorkItem work) => work is not (Trial { Weights: SlicedWeights } or Trial { Fidelity.Estimator: not null });
}
