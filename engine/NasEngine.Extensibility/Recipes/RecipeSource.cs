using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Recipes;

/// <summary>
/// A recipe with everything that decides what it compiles to. Found without the compiler, so that a recipe that is in the
/// cache starts without loading it.
/// </summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Text">The recipe itself.</param>
/// <param name="Libraries">Absolute paths that its <c>#r</c> lines name, where there are such files.</param>
/// <param name="Hash">SHA-256 of the texts, paths, libraries, contracts and runtime.</param>
internal sealed partial record RecipeSource(string Path, string Text, IReadOnlyList<string> Libraries, string Hash)
{
    /// <summary>Reads a recipe and, by its <c>#load</c> lines, all it includes.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static RecipeSource Read(string path)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var libraries = new List<string>();
        var root = System.IO.Path.GetFullPath(path);
        var text = Content(root, path);
        Collect(root, text, files, libraries);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, typeof(RecipeGlobals).Module.ModuleVersionId.ToByteArray());
        Append(hash, typeof(RecipeSource).Module.ModuleVersionId.ToByteArray());
        Append(hash, typeof(object).Module.ModuleVersionId.ToByteArray());
        Append(hash, Encoding.UTF8.GetBytes(root));
        foreach (var (name, content) in files)
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, content);
        }

        return new RecipeSource(root, Encoding.UTF8.GetString(text), libraries, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Collect(string file, byte[] content, IDictionary<string, byte[]> files, ICollection<string> libraries)
    {
        if (!files.TryAdd(file, content))
        {
            return;
        }

        foreach (Match line in Directive().Matches(Encoding.UTF8.GetString(content)))
        {
            var target = System.IO.Path.GetFullPath(line.Groups["path"].Value, System.IO.Path.GetDirectoryName(file)!);
            if (!File.Exists(target))
            {
                continue;
            }

            var bytes = File.ReadAllBytes(target);
            if (line.Groups["kind"].Value == "load")
            {
                Collect(target, bytes, files, libraries);
            }
            else if (files.TryAdd(target, bytes))
            {
                libraries.Add(target);
            }
        }
    }

    private static byte[] Content(string file, string asGiven)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var near = File.Exists(file + ".csx") ? $" did you mean '{asGiven}.csx'?" : " Give the path of a .csx file.";
            throw new InputException($"Recipe '{asGiven}' cannot be read: {(File.Exists(file) ? e.Message : Directory.Exists(file) ? "it is a folder." : "there is no such file.")}{near}", e);
        }
    }

    private static void Append(IncrementalHash hash, byte[] part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }

    [GeneratedRegex("""^[ \t]*#[ \t]*(?<kind>load|r)[ \t]+"(?<path>[^"\r\n]+)"[^\r\n]*\r?$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Directive();
}
