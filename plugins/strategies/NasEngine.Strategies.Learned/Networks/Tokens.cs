using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>Numbers of the choices of a space, decision by decision after 0, which begins: what makes choices tokens.</summary>
internal sealed class Tokens
{
    /// <summary>What stands before the first choice.</summary>
    public const int Begin = 0;

    private readonly int[] _first;

    /// <summary>Those of a space.</summary>
    public Tokens(DecisionSpace decisions)
    {
        _first = new int[decisions.Decisions.Length];
        Count = 1;
        for (var number = 0; number < _first.Length; number++)
        {
            _first[number] = Count;
            Count += decisions.Decisions[number].Count;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The token of a choice.</summary>
    public int Of(int decision, int choice) => _first[decision] + choice;
}
