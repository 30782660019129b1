using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

/// <summary>What holds of a run after every decision.</summary>
internal static class Invariants
{
    public static void Check(SearchRun run, SearchSpec spec)
    {
        var state = run.State;
        Hold(state.Next <= spec.Budget.Candidates, "the budget is kept");
        Hold(state.Pending.Length <= spec.Window, "the window is kept");
        Hold(run.Written <= run.Emitted, "nothing is on disk before it was decided");
        Hold(state.Arrived.All(arrival => state.Pending.Any(candidate => candidate.Number == arrival.Number)), "what arrived was proposed");
        Hold(state.Arrived.Select(arrival => arrival.Number).Distinct().Count() == state.Arrived.Length, "a result arrives once");
        var leases = run.Slots.Where(slot => slot.Job is not null).Select(slot => slot.Job!).ToArray();
        Hold(leases.Select(job => job.Candidate.Number).Distinct().Count() == leases.Length, "a candidate is in one slot at most");
        Hold(leases.All(job => job.Rank is not null || !state.HasArrived(job.Candidate.Number)), "what is measured is not measured again");
        Hold(!run.Ended || run.IsWritten, "a run ends when all is on disk");
        if (state.Phase == SearchPhase.Searching)
        {
            var known = leases.Concat(run.Lost).Concat(run.Waiting.Select(waiting => waiting.Job)).Select(job => job.Candidate.Number)
                .Concat(state.Arrived.Select(arrival => arrival.Number)).Order();
            Hold(known.SequenceEqual(state.Pending.Select(candidate => candidate.Number)), "each candidate in flight is in one place");
        }
    }

    /// <summary>Whatever came while the strategy had its turn, a state is what its events make of it, in the order of the journal.</summary>
    public static void CheckAlike(SearchState ofEvents, SearchState state) => Hold(
        ofEvents.Pending.SequenceEqual(state.Pending)
        && ofEvents.Arrived.SequenceEqual(state.Arrived)
        && ofEvents.Attempts.SequenceEqual(state.Attempts)
        && ofEvents.Leaders.SequenceEqual(state.Leaders)
        && ofEvents.NonDominated.Select(member => member.Number).SequenceEqual(state.NonDominated.Select(member => member.Number))
        && ofEvents.Kept.SequenceEqual(state.Kept)
        && ofEvents.Status.SequenceEqual(state.Status)
        && Architectures(ofEvents).SequenceEqual(Architectures(state))
        && Scalars(ofEvents).Equals(Scalars(state)),
        "a state is what its events make of it");

    private static IEnumerable<Architecture> Architectures(SearchState state) => state.Finalists.Select(finalist => finalist.Architecture);

    private static object Scalars(SearchState state) => (
        (state.Phase, state.Next, state.ObservedCount, state.Samples, state.Spent, state.TopFidelity, state.IsSupernet),
        (state.LostAttempts, state.LostFor, state.Unscored, state.IsPaused, state.Placed, state.TimeSpent),
        (state.Failure, state.Failures.Count));

    /// <summary>Fails when the condition does not hold; costs nothing when it does.</summary>
    public static void Hold(bool condition, string promise)
    {
        if (!condition)
        {
            false.Should().BeTrue(promise);
        }
    }
}
