using NasEngine.Contracts;

namespace NasEngine.Host.Importing;

/// <summary>Where imported tables lie: in the folder <c>tables</c> of a workspace.</summary>
internal static class ImportedTables
{
    /// <summary>The file of a name.</summary>
    /// <exception cref="InputException">The name has characters that a file's cannot have.</exception>
    public static string Path(string workspace, string name) =>
        name.Length is > 0 and <= 100 && name[0] is not ('.' or '-')
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_')
            ? System.IO.Path.Combine(workspace, "tables", name + ".csv")
            : throw new InputException(
                $"'{name}' cannot be a table's name; it must be of letters, digits, dashes, dots and underscores, and not begin with a "
                + "dash or a dot.");

    /// <summary>The file of a table that is there.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static string Existing(string workspace, string name) => Path(workspace, name) is var path && File.Exists(path) ? path
        : throw new InputException(
            $"Workspace '{workspace}' has no table '{name}' ({Suggest.Instead(name, Names(workspace))}); import it by 'nas import table "
            + $"FILE --name {name} …'.");

    /// <summary>Writes a table beside the one that may be there, and then in its place.</summary>
    /// <returns>Whether another one was there.</returns>
    public static bool Write(string path, string text)
    {
        var replaces = File.Exists(path) && File.ReadAllText(path) != text;
        WholeFile.Write(path, text);
        return replaces;
    }

    private static string[] Names(string workspace) => System.IO.Path.Combine(workspace, "tables") is var folder && Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.csv").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)!)]
        : [];
}
