using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Curves;

/// <summary>A candidate's scores, one per interval so far.</summary>
/// <param name="architecture">What is trained.</param>
/// <param name="first">Number of its first trial.</param>
internal sealed class Curve(Architecture architecture, long first)
{
    private readonly List<double> _scores = [];
    private readonly List<double> _sums = [];

    /// <summary>What is trained.</summary>
    public Architecture Architecture => architecture;

    /// <summary>Number of its first trial: the order of candidates.</summary>
    public long First => first;

    /// <summary>Number of its last trial.</summary>
    public required long Last { get; set; }

    /// <summary>Whether that trial is not observed.</summary>
    public bool IsPending { get; set; } = true;

    /// <summary>Whether nothing more is trained of it: it was stopped, failed, or came to its end.</summary>
    public bool IsOver { get; set; }

    /// <summary>Intervals measured.</summary>
    public int Length => _scores.Count;

    /// <summary>Best score so far.</summary>
    public double Best { get; private set; } = double.NegativeInfinity;

    /// <summary>The scores so far.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>Mean of the first scores.</summary>
    public double MeanOf(int intervals) => _sums[intervals - 1] / intervals;

    /// <summary>One interval more.</summary>
    public void Add(double score)
    {
        _scores.Add(score);
        _sums.Add(score + (_sums.Count > 0 ? _sums[^1] : 0));
        Best = Math.Max(Best, score);
    }

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(architecture.Values.AsSpan());
        state.Write(first);
        state.Write(Last);
        state.Write(IsPending);
        state.Write(IsOver);
        state.Write([.. _scores]);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Curve Restore(DecisionSpace decisions, ref StateReader state)
    {
        var curve = new Curve(decisions.Architecture(state.Int32s()), state.Int64())
        {
            Last = state.Int64(),
            IsPending = state.Flag(),
            IsOver = state.Flag(),
        };
        foreach (var score in state.Doubles())
        {
            curve.Add(score);
        }

        return curve;
    }
}
