namespace NasEngine.Contracts;

/// <summary>
/// What a search may be called. Its name is a folder in the workspace and an argument on a command line: letters, digits, dashes,
/// dots and underscores, and no dot at the beginning.
/// </summary>
public static class SearchName
{
    /// <summary>The name, which must be one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="of">Whose name it is, for the message: empty, or <c> of recipe 'x.csx'</c>.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static string Check(string name, string of = "") =>
        name.Length > 0 && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_')
            ? name
            : throw new InputException(
                $"The search name '{name}'{of} must be of letters, digits, dots, dashes and underscores, and not begin with a dot.");
}
