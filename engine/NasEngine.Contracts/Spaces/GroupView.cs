namespace NasEngine.Contracts;

/// <summary>
/// The variables of one layer seen each on its own (factorised: Σ n_m parameters) and all together (joint: Π n_m
/// parameters); FP-NAS (arXiv 2011.10949, section 3.3): 23 against 720 for choices [3,2,2,6,10].
/// </summary>
public sealed class GroupView
{
    private readonly DecisionSpace _space;
    private readonly DecisionGroup _group;

    /// <summary>The view of one group of a space.</summary>
    /// <exception cref="InputException">The joint view has more than 2^31 − 1 combinations.</exception>
    public GroupView(DecisionSpace space, DecisionGroup group)
    {
        (_space, _group) = (space, group);
        var joint = Counts.Aggregate(1L, (product, count) => Math.Min(product * count, int.MaxValue + 1L));
        Joint = joint <= int.MaxValue ? (int)joint : throw new InputException(
            $"Group '{group.Name}' of space '{space.Id}' has more than {int.MaxValue} combinations; split it into smaller groups.");
    }

    /// <summary>Parameters of the factorised view: the sum of the choices.</summary>
    public int Factorised => Counts.Sum();

    /// <summary>Parameters of the joint view: the product of the choices.</summary>
    public int Joint { get; }

    private IEnumerable<int> Counts => _group.Decisions.Select(number => _space.Decisions[number].Count);

    /// <summary>
    /// Number of the combination that an architecture has here: the last decision counts fastest, and one that is not
    /// active counts as 0.
    /// </summary>
    public int IndexOf(ReadOnlySpan<int> values)
    {
        var index = 0;
        foreach (var number in _group.Decisions)
        {
            index = index * _space.Decisions[number].Count + Math.Max(0, values[number]);
        }

        return index;
    }

    /// <summary>Writes the choices of combination <paramref name="index"/> into the values of an architecture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such combination.</exception>
    public void Write(int index, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Joint);
        for (var i = _group.Decisions.Length - 1; i >= 0; i--)
        {
            var number = _group.Decisions[i];
            (index, values[number]) = Math.DivRem(index, _space.Decisions[number].Count);
        }
    }

    /// <summary>The choice that combination <paramref name="index"/> gives to the group's decision at <paramref name="place"/>.</summary>
    public int Value(int index, int place)
    {
        for (var i = _group.Decisions.Length - 1; i > place; i--)
        {
            index /= _space.Decisions[_group.Decisions[i]].Count;
        }

        return index % _space.Decisions[_group.Decisions[place]].Count;
    }
}
