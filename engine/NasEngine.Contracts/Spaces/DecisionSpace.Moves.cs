using System.Runtime.InteropServices;

namespace NasEngine.Contracts;

public sealed partial class DecisionSpace
{
    /// <summary>
    /// The architecture with one active decision changed to another choice, decision and choice uniform. Decisions that
    /// become active are drawn uniformly. An architecture without alternatives comes back unchanged.
    /// </summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    public Architecture Mutate(Architecture architecture, RandomSource random)
    {
        MustHold(architecture);
        var changeable = Changeable(architecture);
        if (changeable.Count == 0)
        {
            return architecture;
        }

        var number = changeable[random.NextInt(changeable.Count)];
        var step = 1 + random.NextInt(_counts[number] - 1);
        var values = architecture.Values.ToArray();
        values[number] = (values[number] + step) % _counts[number];
        return Complete(values, random);
    }

    /// <summary>
    /// A child that takes each decision from one of its parents with equal chance, from the other where only that one has
    /// it active, and draws what neither has.
    /// </summary>
    /// <exception cref="InputException">A parent belongs to another space.</exception>
    public Architecture Cross(Architecture mother, Architecture father, RandomSource random)
    {
        MustHold(mother);
        MustHold(father);
        var values = new int[_counts.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (one, other) = random.NextInt(2) == 0 ? (mother, father) : (father, mother);
            values[i] = one.Values[i] >= 0 ? one.Values[i] : other.Values[i];
        }

        return Complete(values, random);
    }

    /// <summary>
    /// Every architecture one small change away: an ordered decision goes one choice up or down, another to any other
    /// choice. Decisions that become active take their first choice.
    /// </summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    public IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        MustHold(architecture);
        foreach (var number in Changeable(architecture))
        {
            for (var choice = 0; choice < _counts[number]; choice++)
            {
                var distance = Math.Abs(choice - architecture.Values[number]);
                if (distance == 1 || (distance > 1 && !Decisions[number].Ordered))
                {
                    var values = architecture.Values.ToArray();
                    values[number] = choice;
                    yield return Complete(values, null);
                }
            }
        }
    }

    private List<int> Changeable(Architecture architecture)
    {
        var numbers = new List<int>();
        for (var i = 0; i < _counts.Length; i++)
        {
            if (architecture.Values[i] >= 0 && _counts[i] > 1)
            {
                numbers.Add(i);
            }
        }

        return numbers;
    }

    /// <summary>Silences inactive decisions and gives the active ones without a value one.</summary>
    private Architecture Complete(int[] values, RandomSource? random)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!IsActive(i, values))
            {
                values[i] = Contracts.Architecture.Inactive;
            }
            else if (values[i] < 0)
            {
                values[i] = random is null ? 0 : Draw(i, random);
            }
        }

        return new Architecture(Id, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }
}
