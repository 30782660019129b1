using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a strategy is told when it is asked for work.</summary>
/// <param name="Number">The number that the candidate will have.</param>
/// <param name="Seed">The search's seed.</param>
/// <param name="Pending">Candidates proposed and not yet observed, ascending.</param>
public sealed record ProposalContext(long Number, ulong Seed, ImmutableArray<Candidate> Pending)
{
    /// <summary>Trials that the budget has room for; null where it says nothing of them. One more is a fault of the strategy.</summary>
    public long? TrialsLeft { get; init; }

    /// <summary>Steps of the supernet that the budget has room for, as <see cref="TrialsLeft"/>.</summary>
    public long? StepsLeft { get; init; }

    /// <summary>Random numbers of this proposal for one purpose; equal in every run of the search.</summary>
    public RandomSource Random(string purpose) => RandomSource.For(Seed, Number, purpose);
}
