using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>The end of a search: the winners are chosen, trained from scratch and tested.</summary>
internal sealed partial class SearchActor
{
    private void OnRecommended(Recommended recommended)
    {
        _busy = false;
        RefuseSwaps();
        var count = _state.Spec.Final?.Count ?? Leaders.Kept;
        var chosen = Finalists.Choose(_state, recommended.Architectures, count);
        if (chosen.IsEmpty)
        {
            Fail($"No candidate of {_state.ObservedCount} has a score for the objective '{_state.Spec.Objective.Name}'; it needs {string.Join(", ", _plan.Parts.Objective.Metrics)}.");
            return;
        }

        Happen(new FinalistsChosen(chosen, recommended.Alphas));
        if (_state.Spec.Final is null)
        {
            KeepTrials();
            return;
        }

        Commit(AssignFinals);
    }

    private void KeepTrials()
    {
        for (var rank = 0; rank < _state.Finalists.Length; rank++)
        {
            var architecture = _state.Finalists[rank].Architecture;
            var measured = _state.Leaders.FirstOrDefault(leader => leader.Architecture.Equals(architecture))?.Measurement;
            Happen(new FinalistMeasured(rank, measured ?? new Measurement(), null));
        }

        Complete();
    }

    private void AssignFinals()
    {
        _plan.Memory.Forget();
        for (var rank = 0; rank < _state.Finalists.Length; rank++)
        {
            if (_state.Finalists[rank].Measurement is null)
            {
                var trial = new Trial(_state.Finalists[rank].Architecture, Fidelity.Full);
                var candidate = new Candidate(_state.Spec.Budget.Candidates + rank, trial);
                _assignments.Add(new Job(candidate, WorkerRole.Final, 0) { Rank = rank, Folder = _plan.FolderOf(rank) });
            }
        }

        if (_state.Finalists.All(finalist => finalist.Measurement is not null))
        {
            Complete();
        }

        Dispatch();
    }

    private void OnFinalDone(JobDone done) => OnFinalMeasured(done.Job.Rank, done.Measurement, done.Latency);

    private void OnFinalMeasured(int rank, Measurement measurement, LatencyMeasurement? latency)
    {
        Happen(new FinalistMeasured(rank, measurement, latency));
        if (_state.Finalists.All(finalist => finalist.Measurement is not null))
        {
            Complete();
        }
        else
        {
            Commit(Dispatch);
        }
    }

    private void Complete()
    {
        if (_state.Finalists.All(finalist => finalist.Measurement!.Failure is not null))
        {
            Fail($"No winner could be trained: {_state.Finalists[0].Measurement!.Failure!.Message}");
            return;
        }

        Happen(new Completed());
        Commit(End);
    }

    private void Happen(SearchEvent happened)
    {
        _state = _state.Apply(happened);
        _uncommitted.Add(happened);
    }
}
