using System.Buffers;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// Runs a strategy as a deterministic search with a window does: proposals as long as there is room, then the oldest
/// pending candidate is observed.
/// </summary>
public sealed class StrategyRun(IStrategy strategy, ulong seed, int window, Func<Candidate, Measurement> measure)
{
    private readonly Queue<Candidate> _pending = [];
    private readonly List<Candidate> _candidates = [];
    private readonly HashSet<long> _observed = [];

    /// <summary>The strategy.</summary>
    public IStrategy Strategy { get; } = strategy;

    /// <summary>Everything proposed so far.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>Numbers of the candidates it was told of.</summary>
    public IReadOnlySet<long> Observed => _observed;

    /// <summary>What says how trials stand to its constraints; null for an objective without any.</summary>
    public IObjective? Objective { get; init; }

    /// <summary>Whether the strategy ended the search: no proposal with nothing pending.</summary>
    public bool Ended { get; private set; }

    /// <summary>The same search from here on, with another instance that takes over the saved state.</summary>
    public StrategyRun TakenOverBy(IStrategy other)
    {
        other.Restore(State());
        var run = new StrategyRun(other, seed, window, measure) { Objective = Objective };
        run._candidates.AddRange(_candidates);
        run._observed.UnionWith(_observed);
        foreach (var candidate in _pending)
        {
            run._pending.Enqueue(candidate);
        }

        return run;
    }

    /// <summary>Fills the window, then observes the oldest pending candidate.</summary>
    public void Advance()
    {
        while (_pending.Count < window && Propose() is { } candidate)
        {
            _candidates.Add(candidate);
            _pending.Enqueue(candidate);
        }

        if (_pending.TryDequeue(out var oldest))
        {
            Strategy.Observe(Told(oldest));
            _observed.Add(oldest.Number);
        }
        else
        {
            Ended = true;
        }
    }

    /// <summary>Observes this many candidates, or fewer when the strategy ends the search.</summary>
    public StrategyRun Advance(int observations)
    {
        for (var i = 0; i < observations && !Ended; i++)
        {
            Advance();
        }

        return this;
    }

    /// <summary>What the strategy saves now.</summary>
    public byte[] State()
    {
        var state = new ArrayBufferWriter<byte>();
        Strategy.Save(state);
        return state.WrittenSpan.ToArray();
    }

    private Observation Told(Candidate candidate)
    {
        var observation = new Observation(candidate, measure(candidate), seed);
        return observation is { Candidate.Work: Trial, Measurement.Failure: null } && Objective is not null
            ? observation with { Feasibility = Feasibility.Of(Objective, observation.Measurement.Metrics) }
            : observation;
    }

    private Candidate? Propose()
    {
        var work = Strategy.Propose(new ProposalContext(_candidates.Count, seed, [.. _pending]));
        return work is null ? null : new Candidate(_candidates.Count, work);
    }
}
