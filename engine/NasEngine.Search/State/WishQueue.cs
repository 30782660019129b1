using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Architectures that somebody wants tried: they go before what the strategy proposes.</summary>
internal static class WishQueue
{
    /// <summary>The trial that is next in the queue; null where nobody wants any.</summary>
    public static Trial? Next(SearchState state) => state.Queue.IsEmpty ? null : new Trial(state.Queue[0], Fidelity.Full);

    /// <summary>The state without what a proposal took from the queue.</summary>
    public static SearchState Without(SearchState state, Candidate candidate) =>
        !state.Queue.IsEmpty && candidate.Work is Trial trial && trial.Equals(Next(state))
            ? state with { Queue = state.Queue.RemoveAt(0), Wished = state.Wished.Add(candidate.Number) }
            : state;
}
