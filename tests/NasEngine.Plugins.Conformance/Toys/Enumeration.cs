using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Brute force over small spaces.</summary>
public static class Enumeration
{
    /// <summary>Every architecture of a small space, once.</summary>
    public static IEnumerable<Architecture> Of(DecisionSpace space) =>
        Assignments(space).Select(values => space.Architecture(values)).Distinct();

    /// <summary>Every way to give all decisions a value, inactive ones too.</summary>
    public static IEnumerable<int[]> Assignments(DecisionSpace space)
    {
        var values = new int[space.Decisions.Length];
        while (true)
        {
            yield return [.. values];
            var place = values.Length - 1;
            while (place >= 0 && ++values[place] == space.Decisions[place].Count)
            {
                values[place--] = 0;
            }

            if (place < 0)
            {
                yield break;
            }
        }
    }
}
