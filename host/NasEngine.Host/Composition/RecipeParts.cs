using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;
using NasEngine.Extensibility.Plugins;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Composition;

/// <summary>
/// Parts that recipes hold, kept in the workspace by the hash of their code: a search goes on, and is shown, without its recipe.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="catalog">Takes them as it takes plugins.</param>
internal sealed class RecipeParts(string workspace, PluginCatalog catalog) : IDisposable
{
    private readonly List<string> _taken = [];

    /// <summary>Lets a catalogue take the parts of a search.</summary>
    /// <exception cref="InputException">One is gone or damaged.</exception>
    public static void Include(string workspace, SearchHeader search, PluginCatalog catalog)
    {
        foreach (var (id, hash) in search.Origin.PluginHashes.Where(plugin => InlinePart.Is(plugin.Key)))
        {
            catalog.Include(new PluginCopy(id, InlinePart.PathOf(PartsFolder.Of(workspace), hash), hash));
        }
    }

    /// <summary>Takes a part that a recipe holds, for as long as this is not disposed of.</summary>
    public void Take(PluginCopy part)
    {
        catalog.Include(part);
        _taken.Add(part.Id);
    }

    /// <summary>Keeps the parts that a search uses.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="takeLock">Takes the lock of the workspace; called where something is to be written.</param>
    /// <exception cref="InputException">The workspace cannot be written.</exception>
    public void Keep(SearchSpec spec, Action takeLock)
    {
        var used = catalog.HashesOf(spec);
        foreach (var copy in catalog.Copies.Where(copy => InlinePart.Is(copy.Id) && used.ContainsKey(copy.Id)))
        {
            var kept = InlinePart.PathOf(PartsFolder.Of(workspace), copy.Hash);
            if (!InlinePart.IsSound(kept))
            {
                takeLock();
                Write(copy.Path, kept);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _taken.ForEach(catalog.Exclude);

    private static void Write(string part, string kept)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        var aside = kept + ".part";
        using (var file = File.Create(aside))
        {
            file.Write(File.ReadAllBytes(part));
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, kept, overwrite: true);
    }
}
