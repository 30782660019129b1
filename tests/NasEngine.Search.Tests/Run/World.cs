using NasEngine.Contracts;
using static NasEngine.Search.Tests.Invariants;

namespace NasEngine.Search.Tests;

/// <summary>What a random walk may do to a search.</summary>
internal sealed record Weather
{
    public int Slots { get; init; } = 2;

    public int Attempts { get; init; } = 3;

    public bool Stateful { get; init; }

    public int LossesPerHundred { get; init; } = 5;

    /// <summary>Of 100 starts, how often one waits for its machine, or has it and is not ready yet.</summary>
    public int WaitsPerHundred { get; init; } = 30;

    public int Crashes { get; init; } = 1;

    public int Stops { get; init; } = 1;

    public int Swaps { get; init; } = 1;

    /// <summary>Pauses, each of them ended after a while, by a death perhaps.</summary>
    public int Pauses { get; init; }

    /// <summary>Whether the wall time of the budget passes at some time.</summary>
    public bool TimePasses { get; init; }
}

/// <summary>
/// The outside of a search, by chance: whatever is in flight ends in any order and in any way, the journal is written in pieces, and
/// now and then the process dies. Checks at every step what must always hold.
/// </summary>
internal sealed class World(SearchSpec spec, Weather weather, RandomSource chance, IEnumerable<SearchEvent>? before = null)
{
    private const int MostSteps = 3000;

    private readonly List<SearchEvent> _journal = [.. before ?? []];
    private readonly List<Flight> _flights = [];
    private readonly Queue<SearchEvent[]> _unwritten = new();
    private readonly Dictionary<int, SearchInput?> _leaving = [];
    private ToyStrategy _strategy = new();
    private SearchState _ofEvents = new(spec);
    private long _written;
    private int _crashes = weather.Crashes, _stops = weather.Stops, _swaps = weather.Swaps, _pauses = weather.Pauses, _lastSwap;
    private bool _stopping, _timePassed;

    public SearchRun Run { get; private set; } = null!;

    /// <summary>What is on disk.</summary>
    public IReadOnlyList<SearchEvent> Journal => _journal;

    /// <summary>The calls made to the strategy as it is now.</summary>
    public IReadOnlyList<string> Calls => _strategy.Calls;

    /// <summary>Runs it, resuming as often as it is stopped or dies, until it has ended.</summary>
    public World ToTheEnd()
    {
        Begin();
        for (var step = 0; !(Run.Ended && Run.State.Phase is SearchPhase.Completed or SearchPhase.Failed); step++)
        {
            Hold(step < MostSteps, "a search ends");
            if (Run.Ended || (_crashes > 0 && chance.NextInt(60) == 0))
            {
                _crashes -= Run.Ended ? 0 : 1;
                Begin();
            }
            else
            {
                Step();
            }
        }

        return this;
    }

    /// <summary>What is on disk and no later event takes back.</summary>
    public IReadOnlyList<SearchEvent> Counting() => TakenBack.Without(_journal, spec.Deterministic, happened => happened, (_, other) => other);

    private void Begin()
    {
        _flights.Clear();
        _leaving.Clear();
        _unwritten.Clear();
        _strategy = new ToyStrategy();
        var (state, unwritten) = Replay.Run(new SearchState(spec), _strategy, new ToySpace(), Toy.Objective, Counting());
        _journal.AddRange(unwritten);
        _written = 0;
        _stopping = false;
        Run = new SearchRun(state, new RunRules { Slots = weather.Slots, Attempts = weather.Attempts, SnapshotEvery = 3 })
        {
            Checkpoints = [.. Counting().OfType<CheckpointSaved>().TakeLast(3)],
        };
        _ofEvents = state;
        Arrive(new RunStarted());
        if (_timePassed)
        {
            Arrive(new TimePassed());
        }
    }

    private void Step()
    {
        if (_stops > 0 && chance.NextInt(40) == 0)
        {
            (_stops, _stopping) = (_stops - 1, true);
            Arrive(new StopAsked());
        }
        else if (weather.TimePasses && !_timePassed && chance.NextInt(40) == 0)
        {
            _timePassed = true;
            Arrive(new TimePassed());
        }
        else if (_pauses > 0 && !Run.State.IsPaused && chance.NextInt(20) == 0)
        {
            _pauses--;
            Arrive(new PauseAsked());
        }
        else if (Run.State.IsPaused && ((_flights.Count == 0 && _unwritten.Count == 0) || chance.NextInt(10) == 0))
        {
            Arrive(new ResumeAsked());
        }
        else if (_swaps > 0 && chance.NextInt(20) == 0)
        {
            _swaps--;
            Arrive(new SwapAsked(++_lastSwap));
        }
        else if (_unwritten.Count > 0 && (_flights.Count == 0 || chance.NextInt(3) == 0))
        {
            for (var left = 1 + chance.NextInt(_unwritten.Count); left > 0; left--)
            {
                var events = _unwritten.Dequeue();
                _journal.AddRange(events);
                _written += events.Length;
            }

            Arrive(new EventsWritten(_written));
        }
        else
        {
            Hold(_flights.Count > 0, "a search that has not ended waits for something");
            var flight = _flights[chance.NextInt(_flights.Count)];
            _flights.Remove(flight);
            Land(flight);
        }
    }

    private void Land(Flight flight)
    {
        var lost = chance.NextInt(100) < weather.LossesPerHundred;
        switch (flight.Effect)
        {
            case StartWorker start when lost:
                GoAfter(start.Slot, new SlotFailed(start.Slot, "no") { Node = Blamed() });
                break;
            case StartWorker start when chance.NextInt(100) < weather.WaitsPerHundred:
                _flights.Add(flight);
                Arrive(new SlotWaits(start.Slot, chance.NextInt(2) == 0));
                break;
            case StartWorker start:
                Arrive(new SlotReady(start.Slot, weather.Stateful));
                break;
            case AssignJob assign when lost && chance.NextInt(2) == 0:
                Arrive(new SlotGone(assign.Slot));
                break;
            case AssignJob assign when lost:
                GoAfter(assign.Slot, new JobLost(assign.Slot, assign.Job.Lease, "gone") { Node = Blamed() });
                break;
            case AssignJob { Job.Rank: not null } assign:
                Arrive(new LatencyWanted(assign.Slot, assign.Job.Lease, Measure(assign.Job)));
                break;
            case AssignJob assign:
                Arrive(new JobMeasured(assign.Slot, assign.Job.Lease, Measure(assign.Job)));
                break;
            case MeasureLatency measure when lost:
                GoAfter(measure.Slot, new JobLost(measure.Slot, measure.Job.Lease, "gone") { Node = Blamed() });
                break;
            case MeasureLatency measure:
                Arrive(new JobMeasured(measure.Slot, measure.Job.Lease, measure.Measurement, new LatencyMeasurement(1, 0, 1, 1, "cpu")));
                break;
            case StopWorker stop:
                Go(stop.Slot);
                break;
            case SaveCheckpoint save when lost && chance.NextInt(2) == 0:
                Arrive(new SlotGone(save.Slot));
                break;
            case SaveCheckpoint save when lost:
                Arrive(new CheckpointRefused(save.Slot, "full."));
                break;
            case SaveCheckpoint save:
                Arrive(new CheckpointWritten(save.Slot, new CheckpointSaved(save.Number, $"{save.Number}", "")));
                break;
            case TakeTurn turn:
                Arrive(new TurnTaken(Turn.Take(turn.State, _strategy, new ToySpace(), Toy.Objective), turn.Save ? [] : null));
                break;
            case NameWinners:
                Arrive(new WinnersNamed([], Toy.NoAlphas));
                break;
            case SaveStrategy:
                Arrive(new StrategySaved([]));
                break;
            case AwaitCheckpoint:
                Arrive(new CheckpointFallsDue());
                break;
            case LoadSwap load when lost:
                Arrive(new SwapFailed(load.Swap, "no"));
                break;
            case LoadSwap load:
                Arrive(new SwapLoaded(load.Swap, new PluginsChanged([], null)));
                break;
            case CommitSwap commit:
                Arrive(new SwapCommitted(commit.Swap));
                break;
        }
    }

    private NodeRef? Blamed() => chance.NextInt(3) == 0 ? new NodeRef(1, "node") : null;

    private void GoAfter(int slot, SearchInput word)
    {
        // The worker's end comes later than its last word, and other things may come between.
        _flights.Add(new Flight(new StopWorker(slot)));
        Arrive(word);
    }

    private void Go(int slot)
    {
        if (_leaving.GetValueOrDefault(slot) is { } lastWord)
        {
            Arrive(lastWord);
        }

        _leaving.Remove(slot);
        Arrive(new SlotGone(slot));
    }

    private static Measurement Measure(Job job) => Toy.Score(job.Candidate.Number * 7 % 5);

    private void Arrive(SearchInput input)
    {
        var before = Run;
        var decision = SearchDecider.Decide(before, input);
        Run = decision.Run;
        _ofEvents = EventsOf(before, input, decision).Aggregate(_ofEvents, (state, happened) => state.Apply(happened));
        CheckAlike(_ofEvents, Run.State);
        if (!decision.Events.IsEmpty)
        {
            _unwritten.Enqueue([.. decision.Events]);
        }

        Invariants.Check(Run, spec);
        foreach (var effect in decision.Effects)
        {
            Begin(effect);
        }
    }

    /// <summary>Also those that a turn makes anew when it is replayed, and that no journal has.</summary>
    private static IEnumerable<SearchEvent> EventsOf(SearchRun before, SearchInput input, SearchDecision decision)
    {
        var turn = input is TurnTaken taken && before is { Ended: false, State.Phase: SearchPhase.Searching } ? taken.Turn.Events : [];
        return turn.Concat(decision.Events.Where(happened => !turn.Contains(happened, ReferenceEqualityComparer.Instance)));
    }

    private void Begin(SearchEffect effect)
    {
        switch (effect)
        {
            case AssignJob assign:
                FreeSlot(assign.Slot);
                Hold(!_flights.Any(flight => flight.Effect is AssignJob other && other.Job.Candidate.Number == assign.Job.Candidate.Number),
                    "a candidate is trained in one place");
                Hold(_journal.Any(happened => IsNamed(happened, assign.Job)), "what is not on disk is not trained");
                Hold(!_flights.Any(flight => flight.Effect is MeasureLatency), "a latency is measured alone");
                Hold(!_stopping, "nothing is begun when the search stops");
                Hold(!Run.State.IsPaused, "nothing is begun in a pause");
                break;
            case MeasureLatency measure:
                FreeSlot(measure.Slot);
                Hold(!_flights.Any(flight => flight.Effect is AssignJob), "a latency is measured alone");
                break;
            case SaveCheckpoint save:
                FreeSlot(save.Slot);
                Hold(Run.State.Arrived.IsEmpty, "a checkpoint is after all that was measured");
                Hold(!_flights.Any(flight => flight.Effect is AssignJob or TakeTurn), "a checkpoint is between two candidates");
                break;
            case TakeTurn or NameWinners or SaveStrategy:
                Hold(!Run.State.IsPaused || Run.Stopping || effect is SaveStrategy, "the strategy is not asked in a pause");
                Hold(
                    !_flights.Any(flight => flight.Effect is TakeTurn or NameWinners or SaveStrategy or LoadSwap or CommitSwap),
                    "the strategy does one thing at a time");
                break;
            case StartWorker start:
                FreeSlot(start.Slot);
                break;
            case StopWorker stop:
                // It may have said that it is ready before it hears that it is to go.
                var starts = _flights.Any(flight => flight.Effect is StartWorker start && start.Slot == stop.Slot);
                _leaving[stop.Slot] = starts && chance.NextInt(2) == 0 ? new SlotReady(stop.Slot, weather.Stateful) : null;
                _flights.RemoveAll(flight => flight.Slot == stop.Slot);
                break;
            case RefuseSwap or RefuseSwapForFinals or Tell or Finish or Reject:
                return;
        }

        _flights.Add(new Flight(effect));
    }

    private void FreeSlot(int slot) => Hold(
        !_leaving.ContainsKey(slot) && !_flights.Any(flight => flight.Slot == slot),
        "a worker does one thing at a time, and nothing more when it was told to go");

    private static bool IsNamed(SearchEvent happened, Job job) => happened switch
    {
        Proposed e => e.Candidate.Number == job.Candidate.Number,
        FinalistsChosen => job.Rank is not null,
        _ => false,
    };

    /// <summary>Something in flight.</summary>
    private sealed record Flight(SearchEffect Effect)
    {
        public int Slot { get; } = Effect switch
        {
            StartWorker e => e.Slot,
            StopWorker e => e.Slot,
            AssignJob e => e.Slot,
            MeasureLatency e => e.Slot,
            SaveCheckpoint e => e.Slot,
            _ => -1,
        };
    }
}
