using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>What people may write down of a search.</summary>
public static class NoteText
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 2000;

    /// <summary>A text as one line, without characters that are none.</summary>
    /// <exception cref="InputException">Nothing is left of it, or it is too long.</exception>
    public static string Check(string text)
    {
        var line = string.Concat(text.ReplaceLineEndings(" ").Select(one => char.IsControl(one) ? ' ' : one)).Trim();
        return line.Length switch
        {
            0 => throw new InputException("The note is empty; give it a text."),
            > Longest => throw new InputException($"The note has {line.Length} characters; {Longest} are the most."),
            _ => line,
        };
    }

    /// <summary>The candidate that a note is of.</summary>
    /// <param name="candidate">Its number; null for the search as a whole.</param>
    /// <param name="state">The search.</param>
    /// <exception cref="InputException">There is no such candidate.</exception>
    public static long? Check(long? candidate, SearchState state) => candidate is not { } number || (number >= 0 && number < state.Next)
        ? candidate
        : throw new InputException(state.Next == 0
            ? $"There is no trial {number}: nothing was proposed yet."
            : $"There is no trial {number}; there are 0 to {state.Next - 1}.");
}
