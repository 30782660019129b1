namespace NasEngine.Host.Composition;

/// <summary>The recipes that come with the program, which have names: <c>nas run quickstart</c>.</summary>
internal static class ShippedRecipes
{
    private const string Extension = ".csx";

    /// <summary>Their paths, by name.</summary>
    public static IEnumerable<string> Paths => Below(Installation.Root);

    /// <summary>The name of a recipe, by which it is run.</summary>
    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    /// <summary>
    /// The path that is meant: what is given, or where there is no such file and it is a mere name, the recipe of that name. A file of
    /// the folder that is nearly named so comes first.
    /// </summary>
    public static string PathOf(string given) => PathOf(given, Environment.CurrentDirectory, Installation.Root);

    /// <summary>As <see cref="PathOf(string)"/> in a folder, for a program in another one.</summary>
    internal static string PathOf(string given, string folder, string program) =>
        given.Length == 0 || Path.GetFileName(given) != given || File.Exists(Path.Combine(folder, given))
            || File.Exists(Path.Combine(folder, given + Extension))
            ? given
            : Below(program).FirstOrDefault(path => NameOf(path) == given || Path.GetFileName(path) == given) ?? given;

    private static IEnumerable<string> Below(string program) => Path.Combine(program, "scripts") is var scripts && Directory.Exists(scripts)
        ? Directory.GetFiles(scripts, "*" + Extension).Order(StringComparer.Ordinal)
        : [];
}
