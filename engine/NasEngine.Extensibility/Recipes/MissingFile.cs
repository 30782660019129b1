using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>A file that is not there and that a parameter of the recipe names: it says what the file is, and gives another.</summary>
internal static partial class MissingFile
{
    /// <summary>What is wrong, with the parameter that names the file; null where none does.</summary>
    /// <param name="wrong">What a search ended with.</param>
    /// <param name="parameters">The recipe's parameters.</param>
    /// <param name="set">What was given for them.</param>
    public static InputException? Explain(InputException wrong, IEnumerable<OptionDescription> parameters, OptionBag set)
    {
        var named = parameters.FirstOrDefault(
            one => one is { Type: "text", Range: "" } && ValueOf(one, set) is { Length: > 0 } path && !Path.Exists(path)
                && (Names(wrong, path) || Names(wrong, Path.GetFullPath(path))));
        return named is null ? null : new InputException(
            $"{wrong.Message} The recipe's parameter '{named.Name}' names it, {named.Summary}: --set {named.Name}=FILE.", wrong)
            {
                Word = wrong.Word,
            };
    }

    private static bool Names(InputException wrong, string path) =>
        Files().Matches(wrong.Message).Any(file => file.Groups[1].Value == path);

    /// <summary>What a message calls a file; what it quotes otherwise is a name, such as that of a space.</summary>
    [GeneratedRegex("(?:file|folder|folder of pictures|table) '([^']*)'", RegexOptions.IgnoreCase)]
    private static partial Regex Files();

    private static string? ValueOf(OptionDescription parameter, OptionBag set) =>
        set.Values.GetValueOrDefault(parameter.Name, parameter.Default);
}
