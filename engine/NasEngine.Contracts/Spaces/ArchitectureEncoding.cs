using System.Globalization;

namespace NasEngine.Contracts;

/// <summary>Architectures as vectors, for surrogates.</summary>
public static class ArchitectureEncoding
{
    /// <summary>Length of <see cref="OneHot"/>: the sum of the decisions' choices.</summary>
    public static int OneHotLength(DecisionSpace space) => space.Decisions.Sum(decision => decision.Count);

    /// <summary>One place per choice: 1 where it was taken, else 0; a decision that is not active is all zeros.</summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    public static double[] OneHot(DecisionSpace space, Architecture architecture)
    {
        space.MustHold(architecture);
        var code = new double[OneHotLength(space)];
        var start = 0;
        for (var i = 0; i < space.Decisions.Length; i++)
        {
            if (architecture.Values[i] >= 0)
            {
                code[start + architecture.Values[i]] = 1;
            }

            start += space.Decisions[i].Count;
        }

        return code;
    }

    /// <summary>The architecture of a one-hot code.</summary>
    /// <exception cref="InputException">The code is not one of this version of the space.</exception>
    public static Architecture FromOneHot(DecisionSpace space, ReadOnlySpan<double> code)
    {
        if (code.Length != OneHotLength(space))
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"A one-hot code of space '{space.Id}' has {OneHotLength(space)} places; {code.Length} were given, so it is of another "
                + $"version."));
        }

        var values = new int[space.Decisions.Length];
        var start = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var decision = space.Decisions[i];
            values[i] = code.Slice(start, decision.Count).IndexOf(1.0);
            if (values[i] < 0 && space.IsActive(i, values))
            {
                throw new InputException($"The one-hot code has no choice for decision '{decision.Name}' of space '{space.Id}'.");
            }

            start += decision.Count;
        }

        return space.Architecture(values);
    }

    /// <summary>One place per decision: choice/(choices − 1), 0 for a single choice, −1 where it is not active.</summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    public static double[] Ordinal(DecisionSpace space, Architecture architecture)
    {
        space.MustHold(architecture);
        var code = new double[space.Decisions.Length];
        for (var i = 0; i < code.Length; i++)
        {
            var value = architecture.Values[i];
            code[i] = value <= 0 ? value : (double)value / (space.Decisions[i].Count - 1);
        }

        return code;
    }

    /// <summary>
    /// One place per path from the cell's input to its output: 1 where it is there. The first places are the shortest paths,
    /// so a small <paramref name="length"/> keeps the most likely ones (BANANAS, arXiv 1910.11858, section 3.1).
    /// </summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    public static double[] Paths(IPathEncoded space, Architecture architecture, int length)
    {
        var code = new double[length];
        foreach (var path in space.Paths(architecture).TakeWhile(path => path < length))
        {
            code[path] = 1;
        }

        return code;
    }
}
