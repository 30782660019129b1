using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>Where a local search stands: the architecture it climbs from, and the round of others that it looks at.</summary>
internal sealed class Climb
{
    private readonly Proposed _known;
    private readonly List<Architecture> _round = [];
    private int _proposed;
    private int _observed;

    private Climb(Proposed known) => _known = known;

    /// <summary>Score of what it climbs from; −∞ while the round is of random starts.</summary>
    public double CentreScore { get; private set; } = double.NegativeInfinity;

    /// <summary>How often it began from random starts.</summary>
    public long Starts { get; private set; }

    /// <summary>The best of the round, if it is better than what it climbs from.</summary>
    public Architecture? Better { get; private set; }

    /// <summary>Score of <see cref="Better"/>; that of the centre where there is none.</summary>
    public double BetterScore { get; private set; } = double.NegativeInfinity;

    /// <summary>The next of the round; null when all of it is proposed.</summary>
    public Architecture? Next => _proposed < _round.Count ? _round[_proposed] : null;

    /// <summary>Whether all that was proposed of the round is observed.</summary>
    public bool IsObserved => _observed == _proposed;

    /// <summary>Before the first round.</summary>
    public static Climb Begin(DecisionSpace decisions) => new(new Proposed(decisions));

    /// <summary>Proposes the next of the round.</summary>
    public Architecture Take() => _round[_proposed++];

    /// <summary>Takes note of what others proposed: it is not looked at again, and climbed from next where it is the best known.</summary>
    public void Learn(Architecture architecture, double? score)
    {
        _known.Add(architecture);
        if (score is { } value && value > BetterScore)
        {
            (Better, BetterScore) = (architecture, value);
        }
    }

    /// <summary>Takes note of a score, null for none; with <paramref name="firstBetter"/> a better one ends the round.</summary>
    public void Observe(Architecture architecture, double? score, bool firstBetter)
    {
        _observed++;
        if (score is not { } value || value <= BetterScore)
        {
            return;
        }

        (Better, BetterScore) = (architecture, value);
        if (firstBetter && double.IsFinite(CentreScore))
        {
            _round.RemoveRange(_proposed, _round.Count - _proposed);
        }
    }

    /// <summary>A round of those neighbours of <see cref="Better"/> that were never proposed; false when there is none.</summary>
    public bool From(IEnumerable<Architecture> neighbours)
    {
        var unseen = neighbours.Where(_known.Add).ToArray();
        if (unseen.Length == 0)
        {
            return false;
        }

        CentreScore = BetterScore;
        Begin(unseen);
        return true;
    }

    /// <summary>A round of random starts that were never proposed; false when none turns up.</summary>
    public bool Anew(IEnumerable<Architecture> drawn, int count)
    {
        var starts = drawn.Where(_known.Add).Take(count).ToArray();
        if (starts.Length == 0)
        {
            return false;
        }

        Starts++;
        CentreScore = BetterScore = double.NegativeInfinity;
        Begin(starts);
        return true;
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        _known.Save(state);
        state.Write(_round.Count);
        foreach (var architecture in _round)
        {
            state.Write(architecture.Values.AsSpan());
        }

        state.Write(_proposed);
        state.Write(_observed);
        state.Write(Starts);
        state.Write(CentreScore);
        state.Write(BetterScore);
        state.Write((Better?.Values ?? []).AsSpan());
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Climb Restore(DecisionSpace decisions, ref StateReader state)
    {
        var climb = Begin(decisions);
        climb._known.Restore(ref state);
        for (var left = state.Int32(); left > 0; left--)
        {
            climb._round.Add(decisions.Architecture(state.Int32s()));
        }

        (climb._proposed, climb._observed, climb.Starts) = (state.Int32(), state.Int32(), state.Int64());
        (climb.CentreScore, climb.BetterScore) = (state.Double(), state.Double());
        var better = state.Int32s();
        climb.Better = better.Length == 0 ? null : decisions.Architecture(better);
        return climb;
    }

    private void Begin(Architecture[] round)
    {
        _round.Clear();
        _round.AddRange(round);
        (_proposed, _observed, Better) = (0, 0, null);
    }
}
