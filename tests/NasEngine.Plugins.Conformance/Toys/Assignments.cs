using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Brute force over small spaces.</summary>
public static class Assignments
{
    /// <summary>Every way to give all decisions a value, inactive ones too.</summary>
    public static IEnumerable<int[]> Of(DecisionSpace space)
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
