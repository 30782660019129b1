namespace NasEngine.Host.Composition;

/// <summary>
/// The recipes that come with the program, which have names: <c>nas run quickstart</c>, and those of published experiments
/// <c>nas run paper/darts</c>.
/// </summary>
internal static class ShippedRecipes
{
    private const string Extension = ".csx";
    private const string Published = "paper";

    /// <summary>Their paths, by name.</summary>
    public static IEnumerable<string> Paths => Below(Installation.Root);

    /// <summary>The name of a recipe, by which it is run.</summary>
    public static string NameOf(string path) => Path.GetFileName(Path.GetDirectoryName(path)) == Published
        ? $"{Published}/{Path.GetFileNameWithoutExtension(path)}"
        : Path.GetFileNameWithoutExtension(path);

    /// <summary>
    /// The path that is meant: what is given, or where there is no such file and it is a mere name, the recipe of that name. A file of
    /// the folder that is nearly named so comes first.
    /// </summary>
    public static string PathOf(string given) => PathOf(given, Environment.CurrentDirectory, Installation.Root);

    /// <summary>As <see cref="PathOf(string)"/> in a folder, for a program in another one.</summary>
    internal static string PathOf(string given, string folder, string program) =>
        given.Length == 0 || File.Exists(Path.Combine(folder, given)) || File.Exists(Path.Combine(folder, given + Extension))
            ? given
            : Below(program).FirstOrDefault(path => NameOf(path) is var name && (name == given || name + Extension == given)) ?? given;

    private static IEnumerable<string> Below(string program) =>
        from scripts in new[] { Path.Combine(program, "scripts"), Path.Combine(program, "scripts", Published) }
        where Directory.Exists(scripts)
        from path in Directory.GetFiles(scripts, "*" + Extension).Order(StringComparer.Ordinal)
        select path;
}
