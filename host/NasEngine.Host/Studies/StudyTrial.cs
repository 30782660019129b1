using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Host.Studies;

/// <summary>A completed trial.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Parameters">What it tried: texts by the parameters' names.</param>
/// <param name="Values">What came of it.</param>
internal sealed record StudyTrial(long Number, ImmutableSortedDictionary<string, string> Parameters, ImmutableArray<double> Values)
{
    private static readonly char[] Letters = [.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];

    /// <summary>
    /// Its architecture in a space whose decisions have the parameters' names: a choice is the one whose label is the text, or a word and
    /// then this number (<c>k5</c> for 5).
    /// </summary>
    /// <exception cref="InputException">A decision has no parameter, or a text is none of its choices.</exception>
    public Architecture In(DecisionSpace space)
    {
        var values = new int[space.Decisions.Length];
        for (var number = 0; number < values.Length; number++)
        {
            values[number] = space.IsActive(number, values) ? Choice(space, space.Decisions[number]) : Architecture.Inactive;
        }

        return space.Architecture(values);
    }

    private int Choice(DecisionSpace space, Decision decision)
    {
        if (!Parameters.TryGetValue(decision.Name, out var text))
        {
            throw new InputException(
                $"Trial {Number} of the study has no parameter '{decision.Name}', which space '{space.Id}' decides: "
                + $"{Suggest.Instead(decision.Name, Parameters.Keys)}");
        }

        var exact = decision.Choices.IndexOf(text);
        var numbered = Enumerable.Range(0, decision.Count).Where(choice => decision.Choices[choice].TrimStart(Letters) == text).ToArray();
        return exact >= 0 ? exact : numbered.Length == 1 ? numbered[0] : throw new InputException(
            $"Trial {Number} of the study has '{text}' for '{decision.Name}': {Suggest.Instead(text, decision.Choices)}");
    }
}
