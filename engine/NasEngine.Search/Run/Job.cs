using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Work for one slot. The lease makes answers of lost attempts harmless: it is counted up with every attempt.</summary>
/// <param name="Candidate">What to train and measure.</param>
/// <param name="Rank">Rank of a finalist, 0 for the best; null for a candidate of the search.</param>
/// <param name="Lease">Number of the attempt among all attempts of the run; 0 while it waits.</param>
public sealed record Job(Candidate Candidate, int? Rank = null, long Lease = 0)
{
    /// <summary>Which of the seeds a finalist is trained from, from 0.</summary>
    public int Seed { get; init; }

    /// <summary>What messages call it.</summary>
    public string Name => Rank is not { } rank ? $"candidate {Candidate.Number}"
        : Seed == 0 ? $"finalist {rank + 1}"
        : $"finalist {rank + 1} from seed {Seed + 1}";
}
