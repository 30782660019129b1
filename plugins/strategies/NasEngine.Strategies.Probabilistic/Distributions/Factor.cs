using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>
/// Decisions that share one categorical distribution over all combinations of their choices: one decision in the
/// factorised form, the decisions of a layer in the joint form. A combination is a number in mixed radix, the last
/// decision running fastest.
/// </summary>
internal sealed class Factor
{
    private readonly DecisionSpace _space;
    private readonly GroupView _view;

    /// <param name="space">The space.</param>
    /// <param name="name">What the factor is called in a status.</param>
    /// <param name="decisions">Numbers of its decisions, ascending.</param>
    /// <param name="offset">Where its parameters start among those of the distribution.</param>
    public Factor(DecisionSpace space, string name, ImmutableArray<int> decisions, int offset)
    {
        _space = space;
        _view = new GroupView(space, new DecisionGroup(name, decisions));
        Name = name;
        Decisions = decisions;
        Offset = offset;
        Outer = OutersOf(space, decisions).Cast<int?>().SingleOrDefault();
        IsConditional = decisions.Any(decision => space.Decisions[decision].When is not null);
    }

    /// <summary>The decision, or the layer.</summary>
    public string Name { get; }

    /// <summary>Numbers of its decisions, ascending.</summary>
    public ImmutableArray<int> Decisions { get; }

    /// <summary>Where its parameters start.</summary>
    public int Offset { get; }

    /// <summary>Number of combinations, and of parameters.</summary>
    public int Count => _view.Joint;

    /// <summary>The decision of an earlier factor that says which of these are active, if any.</summary>
    public int? Outer { get; }

    /// <summary>Whether any of its decisions can be inactive.</summary>
    public bool IsConditional { get; }

    /// <summary>The value that combination <paramref name="combination"/> gives to the decision at <paramref name="place"/>.</summary>
    public int Value(int combination, int place) => _view.Value(combination, place);

    /// <summary>Gives its decisions the values of a combination, whether they are active or not.</summary>
    public void Assign(int combination, Span<int> values) => _view.Write(combination, values);

    /// <summary>The only combination with these values, or null when some of its decisions are inactive.</summary>
    public int? Combination(ReadOnlySpan<int> values)
    {
        foreach (var decision in Decisions)
        {
            if (values[decision] == Architecture.Inactive)
            {
                return null;
            }
        }

        return _view.IndexOf(values);
    }

    /// <summary>Whether a combination has the same values wherever these are active.</summary>
    public bool Agrees(int combination, ReadOnlySpan<int> values)
    {
        for (var place = 0; place < Decisions.Length; place++)
        {
            var value = values[Decisions[place]];
            if (value != Architecture.Inactive && value != Value(combination, place))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Writes the values of a combination, <see cref="Architecture.Inactive"/> for what is not active when
    /// <see cref="Outer"/> has the value <paramref name="outer"/>.
    /// </summary>
    public void Write(int combination, int outer, Span<int> values)
    {
        for (var place = 0; place < Decisions.Length; place++)
        {
            var when = _space.Decisions[Decisions[place]].When;
            var decider = when is null ? 0 : when.Decision == Outer ? outer : values[when.Decision];
            values[Decisions[place]] = when is null || when.Values.Contains(decider)
                ? Value(combination, place)
                : Architecture.Inactive;
        }
    }

    /// <summary>The decisions outside of <paramref name="decisions"/> that say whether some of them are active.</summary>
    public static IEnumerable<int> OutersOf(DecisionSpace space, ImmutableArray<int> decisions) => decisions
        .Select(decision => space.Decisions[decision].When)
        .OfType<Condition>()
        .Select(when => when.Decision)
        .Where(decider => !decisions.Contains(decider))
        .Distinct();
}
