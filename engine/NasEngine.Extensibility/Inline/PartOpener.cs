using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Inline;

/// <summary>Brings parts of recipes into memory as a plugin is, each in a collectible context of its own.</summary>
internal static class PartOpener
{
    /// <summary>Loads a part and makes sure that its code is what its hash says.</summary>
    /// <exception cref="InputException">It is gone, damaged, or not what it should be.</exception>
    public static PluginVersion Open(PluginEntry entry)
    {
        var file = PartFile.Read(entry.Path);
        var context = new PartLoadContext(file.Libraries);
        try
        {
            var kind = PartKinds.Named(file.Kind);
            var recipe = context.LoadFromStream(new MemoryStream(file.Assembly));
            var code = PartCode.Of(kind, file.Form, recipe.ManifestModule.ResolveMember(file.Root)!);
            var hash = code.Hash(file.Libraries);
            var id = InlineId.Of(file.Name, InlineId.Short(hash));
            return hash == entry.Hash && id == entry.Id
                ? new PluginVersion(
                    entry,
                    new PluginCopy(entry.Id, entry.Path, hash),
                    new LoadedPlugin(context),
                    new WeakReference(context),
                    PartKinds.Offer(kind, id, code))
                : throw new InputException(
                    $"'{entry.Path}' holds {id}, and '{entry.Id}' was asked for; run the recipe again to make it anew.");
        }
        catch
        {
            context.Unload();
            throw;
        }
    }
}
