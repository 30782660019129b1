using NasEngine.Contracts;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Making;

/// <summary>
/// Files that something new begins with. They are part of the program under <c>templates/</c>; in their names and their text
/// <c>__Name__</c>, <c>__id__</c>, <c>__kind__</c> and <c>__root__</c> stand for what is new and for where the program is.
/// </summary>
internal static class Template
{
    private const string Prefix = "templates/";
    private const string Suffix = ".template";

    /// <summary>The kinds of plugin that there are templates for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["strategy", "space", "objective", "estimator", "dataset"];

    /// <summary>The recipe, by the path of its file.</summary>
    public static IReadOnlyDictionary<string, string> Recipe(NewName name) => Files("recipe", "", name, "recipe")
        .ToDictionary(_ => name.Id + ".csx", file => file.Value);

    /// <summary>The files of a plugin, by path in its folder.</summary>
    /// <exception cref="InputException">There is no such kind.</exception>
    public static IReadOnlyDictionary<string, string> Plugin(NewName name, string kind) => Kinds.Contains(kind)
        ? Files("plugin/common/", "plugin/common/", name, kind).Concat(
            Files($"plugin/{kind}/", $"plugin/{kind}/", name, kind)).ToDictionary()
        : throw new InputException($"There is no template for a plugin of kind '{kind}': {Suggest.Instead(kind, Kinds)}");

    /// <summary>Writes files where nothing is yet.</summary>
    /// <exception cref="InputException">Something is, or they cannot be written.</exception>
    public static void Write(IReadOnlyDictionary<string, string> files, string folder)
    {
        if (files.Keys.FirstOrDefault(file => File.Exists(Path.Combine(folder, file))) is { } taken)
        {
            throw new InputException($"'{Path.Combine(folder, taken)}' is there already; give another name, or move it.");
        }

        try
        {
            foreach (var (file, text) in files)
            {
                var path = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                File.WriteAllText(path, text);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{folder}' cannot be written: {refused.Message}", refused);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Files(string below, string without, NewName name, string kind)
    {
        var assembly = typeof(Template).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames()
            .Where(one => one.Replace('\\', '/').StartsWith(Prefix + below, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var file = resource.Replace('\\', '/')[(Prefix.Length + without.Length)..^Suffix.Length];
            yield return KeyValuePair.Create(Fill(file, name, kind), Fill(reader.ReadToEnd(), name, kind));
        }
    }

    private static string Fill(string text, NewName name, string kind) => text
        .Replace("__Name__", name.Pascal, StringComparison.Ordinal)
        .Replace("__id__", name.Id, StringComparison.Ordinal)
        .Replace("__kind__", kind, StringComparison.Ordinal)
        .Replace("__root__", Installation.Root.Replace('\\', '/'), StringComparison.Ordinal);
}
