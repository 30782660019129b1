using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>The end of a search: the winners are chosen, trained from scratch and tested.</summary>
internal static class FinalDecisions
{
    public static void Take(Draft draft, WinnersNamed winners)
    {
        if (draft.State.Phase != SearchPhase.Searching)
        {
            return;
        }

        draft.Run = draft.Run with { Strategy = StrategyCall.None };
        SwapDecisions.RefuseAll(draft);
        if (Fruitlessness.NothingSucceeded(draft.State) is { } fruitless)
        {
            draft.Fail(fruitless);
            return;
        }

        var chosen = Finalists.Choose(draft.State, winners.Architectures, draft.State.Winners);
        if (chosen.IsEmpty)
        {
            draft.Fail(Fruitlessness.NothingScored(draft.Run));
            return;
        }

        if (draft.State.Spec.Final is { Inherits: true } && chosen.FirstOrDefault(one => LeftBy(draft.State, one) is null) is { } without)
        {
            draft.Fail(
                $"The winners of search '{draft.State.Spec.Name}' are to keep their weights, and no trial left those of '{without.Key}'; "
                + $"strategy '{draft.State.Spec.Strategy.Id}' must propose trials with Keep, or leave out inherit.");
            return;
        }

        if (draft.State.Spec.Final is { Count: var wanted } && chosen.Length < wanted)
        {
            var networks = chosen.Length == 1 ? "is 1 network" : $"are {chosen.Length} different networks";
            draft.Do(new Tell($"There {networks}, fewer than the {wanted} finalists asked for."));
        }

        draft.Emit(new FinalistsChosen(chosen, winners.Alphas));
        if (draft.State.Spec.Final is null)
        {
            KeepTrials(draft);
        }
        else
        {
            Begin(draft);
        }
    }

    /// <summary>Finalists that are not measured, and those that were lost too often in an earlier run.</summary>
    public static void Begin(Draft draft)
    {
        for (var rank = 0; rank < draft.State.Finalists.Length; rank++)
        {
            for (var seed = 0; seed < draft.State.FinalSeeds; seed++)
            {
                Begin(draft, rank, seed);
            }
        }

        CompleteIfDone(draft);
    }

    public static void Take(Draft draft, Job job, JobMeasured measured)
    {
        if (draft.State.Phase == SearchPhase.Finals)
        {
            draft.Emit(new FinalistMeasured(job.Rank!.Value, measured.Measurement, measured.Latency)
            {
                FinalScore = measured.FinalScore, Seed = job.Seed, By = measured.By,
            });
            CompleteIfDone(draft);
        }
    }

    private static void Begin(Draft draft, int rank, int seed)
    {
        var finalist = draft.State.Finalists[rank];
        if (!finalist.Seeds.ContainsKey(seed) && KeptOf(draft.State, rank, seed, finalist.Architecture) is { } kept)
        {
            draft.Emit(kept);
        }
        else if (finalist.Lacks(seed))
        {
            var trial = draft.State.Spec.Final is { Inherits: true } && LeftBy(draft.State, finalist.Architecture) is { } number
                ? new Trial(finalist.Architecture, new Fidelity(Epochs: 0)) { Weights = WeightOrigin.Of(number) }
                : new Trial(finalist.Architecture, Fidelity.Full);
            draft.Enqueue(new Job(new Candidate(draft.State.FinalNumber(rank, seed), trial), rank) { Seed = seed });
        }
    }

    private static FinalistMeasured? KeptOf(SearchState state, int rank, int seed, Architecture architecture) => state.KeptFinals
        .Where(kept => kept.Measured.Rank == rank && kept.Measured.Seed == seed)
        .FirstOrDefault(kept => kept.Architecture.Equals(architecture))?.Measured;

    /// <summary>
    /// The trial whose network an architecture has: the best of it, or where its trials are not of the highest fidelity, the last one
    /// that left a network; null when none did.
    /// </summary>
    private static long? LeftBy(SearchState state, Architecture architecture) => state.Leaders
        .Where(leader => leader.Architecture.Equals(architecture) && state.Kept.ContainsKey(leader.Number))
        .Select(leader => (long?)leader.Number)
        .Concat(state.Kept.Reverse().Where(kept => architecture.Equals(kept.Value.Architecture)).Select(kept => (long?)kept.Key))
        .FirstOrDefault();

    private static void KeepTrials(Draft draft)
    {
        for (var rank = 0; rank < draft.State.Finalists.Length; rank++)
        {
            var architecture = draft.State.Finalists[rank].Architecture;
            var measured = draft.State.Leaders.FirstOrDefault(leader => leader.Architecture.Equals(architecture))?.Measurement;
            draft.Emit(new FinalistMeasured(rank, measured ?? new Measurement(), null));
        }

        CompleteIfDone(draft);
    }

    private static void CompleteIfDone(Draft draft)
    {
        var finalists = draft.State.Finalists;
        if (draft.Run.FinalistsLeft)
        {
            return;
        }

        if (finalists.All(finalist => finalist.Measurement!.Failure is not null))
        {
            draft.Fail($"No winner could be trained: {finalists[0].Measurement!.Failure!.Message}");
            return;
        }

        for (var rank = 0; rank < finalists.Length; rank++)
        {
            TellOfFailures(draft, rank, finalists[rank]);
        }

        Divergence.Look(draft, finalists);
        var ranking = FinalRanking.Of(finalists);
        if (draft.State.Spec.Final is not null && !ranking.SequenceEqual(Enumerable.Range(0, ranking.Length)))
        {
            draft.Emit(new FinalistsRanked(ranking));
        }

        draft.Emit(new Completed());
    }

    private static void TellOfFailures(Draft draft, int rank, Finalist finalist)
    {
        if (finalist.Measurement!.Failure is { } failure)
        {
            draft.Do(new Tell($"Finalist {rank + 1} could not be trained: {Clause.Of(failure.Message)}. The search ends "
                + "without it."));
            return;
        }

        foreach (var (seed, measured) in finalist.Seeds)
        {
            if (measured.Measurement.Failure is { } lost)
            {
                draft.Do(new Tell($"Finalist {rank + 1} could not be trained from seed {seed + 1}: {Clause.Of(lost.Message)}. Its "
                    + "metrics are the means of the other seeds."));
            }
        }
    }
}
