using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Writes <c>plugins.json</c>; what else stands in it stays, comments too.</summary>
public static class ManifestFile
{
    /// <summary>File name of the JSON schema that lies beside a manifest, for editors.</summary>
    public const string SchemaName = "plugins.schema.json";

    /// <summary>Adds a plugin, to a new manifest where there is none; one of the same id and path stays as it is.</summary>
    /// <param name="file">The manifest.</param>
    /// <param name="id">The plugin's name.</param>
    /// <param name="assembly">Its assembly; written relative to the manifest where it lies under it.</param>
    /// <returns>Whether it was not there.</returns>
    /// <exception cref="InputException">The manifest is malformed, cannot be written, or has another plugin of this id.</exception>
    public static bool Add(string file, string id, string assembly)
    {
        var isNew = !File.Exists(file);
        var manifest = ManifestText.Parse(file, isNew ? ManifestChange.Empty(SchemaName) : Text(file));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (manifest.Items.FirstOrDefault(item => item.Id == id) is { } there)
        {
            return Path.GetFullPath(there.Path, folder) == Path.GetFullPath(assembly) ? false : throw new InputException(
                $"'{file}' names a plugin '{id}' already, at '{there.Path}'; remove that first, or give this one another name: --id.");
        }

        Write(file, ManifestChange.With(manifest, id, Relative(folder, Path.GetFullPath(assembly))));
        if (isNew && Path.Combine(folder, SchemaName) is var schema && !File.Exists(schema))
        {
            Write(schema, ManifestSchema.Text);
        }

        return true;
    }

    /// <summary>Takes a plugin out; its files stay.</summary>
    /// <exception cref="InputException">The manifest is not there, malformed, cannot be written, or has no such plugin.</exception>
    public static void Remove(string file, string id)
    {
        var manifest = ManifestText.Parse(file, Text(file));
        var item = manifest.Items.FirstOrDefault(item => item.Id == id) ?? throw new InputException(
            $"'{file}' names no plugin '{id}': {Suggest.Instead(id, manifest.Items.Select(item => item.Id))}");
        Write(file, ManifestChange.Without(manifest, item));
    }

    /// <summary>What is in a manifest.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    internal static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The list of plugins '{file}' cannot be read: {e.Message}", e);
        }
    }

    private static string Relative(string folder, string assembly)
    {
        var relative = Path.GetRelativePath(folder, assembly);
        return relative.StartsWith("..", StringComparison.Ordinal) ? assembly : relative;
    }

    private static void Write(string file, string text)
    {
        try
        {
            WholeFile.Write(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The list of plugins '{file}' cannot be written: {e.Message}", e);
        }
    }
}
