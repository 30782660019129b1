using System.Text;
using NasEngine.Contracts;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Making;

/// <summary>
/// Files that something new begins with. They are part of the program under <c>templates/</c>; in their names and their text
/// <c>__Name__</c>, <c>__id__</c>, <c>__kind__</c>, <c>__root__</c> and others stand for what is new and for where the program is.
/// </summary>
internal static class Template
{
    private const string Prefix = "templates/";
    private const string Suffix = ".template";

    /// <summary>The tag of packages that hold plugins.</summary>
    public const string PackageTag = "nasengine-plugin";

    /// <summary>The version of the contracts, and so of the packages that plugins are built against.</summary>
    private static readonly string Version = typeof(IPlugin).Assembly.GetName().Version!.ToString(3);

    /// <summary>The kinds of plugin that there are templates for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["strategy", "space", "objective", "estimator", "dataset", "profiler", "rule"];

    /// <summary>The recipe, by the path of its file.</summary>
    public static IReadOnlyDictionary<string, string> Recipe(NewName name) => Files("recipe", "", name, "recipe", null)
        .ToDictionary(_ => name.Id + ".csx", file => file.Value);

    /// <summary>The files of a plugin, by path in its folder.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">What it offers.</param>
    /// <param name="feed">
    /// The folder or the address with the packages that it is built against; null for the program's sources, or where there are none for
    /// the feeds that NuGet is configured with.
    /// </param>
    /// <exception cref="InputException">There is no such kind.</exception>
    public static IReadOnlyDictionary<string, string> Plugin(NewName name, string kind, string? feed)
    {
        if (!Kinds.Contains(kind))
        {
            throw new InputException($"There is no template for a plugin of kind '{kind}': {Suggest.Instead(kind, Kinds)}");
        }

        string[] below = ["plugin/common/", $"plugin/{kind}/", .. feed is null ? Array.Empty<string>() : ["plugin/feed/"]];
        return below.SelectMany(folder => Files(folder, folder, name, kind, feed)).ToDictionary();
    }

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
            WholeFile.Write(files.Select(one => KeyValuePair.Create(
                Path.Combine(folder, one.Key), (Action<Stream>)(file => file.Write(Encoding.UTF8.GetBytes(one.Value))))));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{folder}' cannot be written: {refused.Message}", refused);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Files(string below, string without, NewName name, string kind, string? feed)
    {
        var assembly = typeof(Template).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames()
            .Where(one => one.Replace('\\', '/').StartsWith(Prefix + below, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var file = resource.Replace('\\', '/')[(Prefix.Length + without.Length)..^Suffix.Length];
            yield return KeyValuePair.Create(Fill(file, name, kind, feed), Fill(reader.ReadToEnd(), name, kind, feed));
        }
    }

    private static string Fill(string text, NewName name, string kind, string? feed) => text
        .Replace("__Name__", name.Pascal, StringComparison.Ordinal)
        .Replace("__id__", name.Id, StringComparison.Ordinal)
        .Replace("__kind__", kind, StringComparison.Ordinal)
        .Replace("__tag__", PackageTag, StringComparison.Ordinal)
        .Replace("__natives__", kind is "profiler" or "rule" ? "true" : "false", StringComparison.Ordinal)
        .Replace("__version__", Version, StringComparison.Ordinal)
        .Replace("__feed__", feed ?? "", StringComparison.Ordinal)
        .Replace("__root__", feed is null ? Installation.Root.Replace('\\', '/') : "", StringComparison.Ordinal);
}
