using System.Globalization;
using System.Text;

namespace NasEngine.Contracts;

/// <summary>
/// What a search may be called. Its name is a folder in the workspace and an argument on a command line: letters of any language,
/// digits, dashes, dots and underscores, and no dot or dash at the beginning.
/// </summary>
public static class SearchName
{
    /// <summary>
    /// The most bytes of a name in UTF-8. File systems take 255, and names of files are made of it: those of comparisons, and of what
    /// is written aside.
    /// </summary>
    public const int Longest = 100;

    private const int LongestDerived = 200;

    /// <summary>The name, which must be one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="of">Whose name it is, for the message: empty, or <c> of recipe 'x.csx'</c>.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static string Check(string name, string of = "") => Check(name, of, Longest);

    /// <summary>A name that the program made of another one, which must be one.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static string CheckDerived(string name) => Check(name, "", LongestDerived);

    private static string Check(string name, string of, int longest) =>
        name.Length == 0 || name[0] is '.' or '-' || !name.All(IsAllowed)
            ? throw new InputException(
                $"The search name '{name}'{of} must be of letters, digits, dots, dashes and underscores, and not begin with a dot or dash.")
            : Encoding.UTF8.GetByteCount(name) is var bytes && bytes > longest
                ? throw new InputException(
                    $"The search name '{name[..20]}…'{of} has {bytes} bytes in UTF-8; it is the name of a folder and may have {longest}.")
                : name;

    private static bool IsAllowed(char letter) => letter is '-' or '.' or '_' || char.IsLetterOrDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
