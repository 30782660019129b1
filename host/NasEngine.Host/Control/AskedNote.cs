using System.Globalization;

namespace NasEngine.Host.Control;

/// <summary>A note as one process asks another to write it down: the candidate, where it is of one, a space, and the text.</summary>
internal static class AskedNote
{
    /// <summary>As a request has it.</summary>
    public static string Of(string text, long? candidate) => string.Create(CultureInfo.InvariantCulture, $"{candidate} {text}");

    /// <summary>The note of a request.</summary>
    public static (string Text, long? Candidate) Parse(string asked)
    {
        var space = asked.IndexOf(' ', StringComparison.Ordinal);
        long? candidate = space > 0 ? long.Parse(asked.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture) : null;
        return (asked[(space + 1)..], candidate);
    }

    /// <summary>What is said when it is written down.</summary>
    public static string Answer(string search, long? candidate) => candidate is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"Noted of trial {number} of search '{search}'.")
        : $"Noted of search '{search}'.";
}
