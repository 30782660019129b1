using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>The decisions of a search space: what strategies see of it. Immutable.</summary>
public sealed partial class DecisionSpace
{
    private readonly int[] _counts;

    /// <summary>Checks the decisions and keeps them.</summary>
    /// <exception cref="InputException">
    /// A name or a choice twice, no choices, or a condition that looks forward or names a choice that is not there.
    /// </exception>
    public DecisionSpace(string id, IEnumerable<Decision> decisions)
    {
        Id = id;
        Decisions = [.. decisions];
        for (var i = 0; i < Decisions.Length; i++)
        {
            Check(i);
        }

        _counts = [.. Decisions.Select(decision => decision.Count)];
        _isConditional = Decisions.Any(decision => decision.When is not null);
        (Size, _shares) = Count(Decisions);
        Groups = [.. Decisions
            .Select((decision, number) => (decision.Group, number))
            .GroupBy(pair => pair.Group, pair => pair.number)
            .Select(group => new DecisionGroup(group.Key, [.. group]))];
    }

    /// <summary>Id of the space, which its architectures carry.</summary>
    public string Id { get; }

    /// <summary>In order; a decision's number is its place here.</summary>
    public ImmutableArray<Decision> Decisions { get; }

    /// <summary>The decisions by layer, in order of first appearance.</summary>
    public ImmutableArray<DecisionGroup> Groups { get; }

    /// <summary>Whether decision <paramref name="number"/> is active given the values of those before it.</summary>
    public bool IsActive(int number, ReadOnlySpan<int> values) =>
        Decisions[number].When is not { } when || when.Values.Contains(values[when.Decision]);

    /// <summary>
    /// The architecture that the values say, with the values of inactive decisions replaced by
    /// <see cref="Architecture.Inactive"/>.
    /// </summary>
    /// <exception cref="InputException">A wrong number of values, or one out of range.</exception>
    public Architecture Architecture(ReadOnlySpan<int> values)
    {
        if (values.Length != Decisions.Length)
        {
            throw new InputException($"An architecture of space '{Id}' has {Decisions.Length} values; {values.Length} were given.");
        }

        var canonical = values.ToArray();
        for (var i = 0; i < canonical.Length; i++)
        {
            if (!IsActive(i, canonical))
            {
                canonical[i] = Contracts.Architecture.Inactive;
            }
            else if ((uint)canonical[i] >= (uint)Decisions[i].Count)
            {
                throw new InputException(
                    $"Decision '{Decisions[i].Name}' of space '{Id}' has the value {canonical[i]}; it must be from 0 to "
                    + $"{Decisions[i].Count - 1}.");
            }
        }

        return new Architecture(Id, [.. canonical]);
    }

    /// <summary>Refuses an architecture of another space.</summary>
    /// <exception cref="InputException">It belongs to another space.</exception>
    public void MustHold(Architecture architecture)
    {
        if (architecture.Space != Id || architecture.Values.Length != Decisions.Length)
        {
            throw new InputException(
                $"Architecture '{architecture.Key}' belongs to space '{architecture.Space}'; space '{Id}' with {Decisions.Length} "
                + $"decisions was asked.");
        }
    }

    private void Check(int number)
    {
        var decision = Decisions[number];
        if (decision.Choices.IsDefaultOrEmpty)
        {
            throw new InputException($"Decision '{decision.Name}' of space '{Id}' has no choices; give at least one.");
        }

        if (decision.Choices.GroupBy(choice => choice).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InputException($"Decision '{decision.Name}' of space '{Id}' has the choice '{twice.Key}' twice; give each once.");
        }

        if (Decisions.Take(number).Any(other => other.Name == decision.Name))
        {
            throw new InputException($"Space '{Id}' has two decisions named '{decision.Name}'; names must be unique.");
        }

        if (decision.When is { } when &&
            (when.Decision >= number || when.Values.Any(value => value < 0 || value >= Decisions[when.Decision].Count)))
        {
            throw new InputException(
                $"The condition of decision '{decision.Name}' of space '{Id}' must name a choice of an earlier decision.");
        }
    }
}
