using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>Measured candidates among events.</summary>
public static class MeasuredSteps
{
    /// <summary>
    /// Those with a number above <paramref name="number"/>, in order, but for those whose attempts were all lost. Holds no more of
    /// the events than what is not measured yet.
    /// </summary>
    public static IEnumerable<(Candidate Candidate, Measurement Measurement)> Of(IEnumerable<SearchEvent> events, long number)
    {
        var proposed = new Dictionary<long, Candidate>();
        foreach (var happened in events)
        {
            if (happened is Proposed { Candidate: var candidate } && candidate.Number > number)
            {
                proposed.Add(candidate.Number, candidate);
            }
            else if (happened is Measured measured && proposed.Remove(measured.Number, out var done)
                && measured.Measurement.Failure is not { Kind: FailureKind.Poisoned })
            {
                yield return (done, measured.Measurement);
            }
        }
    }
}
