namespace NasEngine.Architecture.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Ancestors().First(folder => File.Exists(Path.Combine(folder, "NasEngine.sln")));

    private static readonly string[] Parts = ["engine", "host", "plugins", "scripts", "tests"];

    /// <summary>All C# sources and recipes, relative to the root.</summary>
    public static IReadOnlyList<string> Sources { get; } = Files("*.cs*")
        .Where(path => Path.GetExtension(path) is ".cs" or ".csx")
        .ToArray();

    /// <summary>All projects below a part of the tree, relative to the root.</summary>
    public static IEnumerable<string> Projects(string part) => Files("*.csproj").Where(path => path.StartsWith(part + "/", StringComparison.Ordinal));

    /// <summary>All projects, relative to the root.</summary>
    public static IEnumerable<string> AllProjects => Files("*.csproj");

    /// <summary>Lines of a source.</summary>
    public static string[] Lines(string source) => File.ReadAllLines(Path.Combine(Root, source));

    private static IEnumerable<string> Files(string pattern) => Parts
        .Select(part => Path.Combine(Root, part))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
