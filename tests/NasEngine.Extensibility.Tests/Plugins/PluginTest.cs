using System.Runtime.CompilerServices;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>A folder for plugins and a catalogue of them.</summary>
public abstract class PluginTest : IDisposable
{
    private protected TempFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string Dll(string name) => Folder.Of($"{name}/{name}.dll");

    private protected PluginCatalog Catalog(params string[] names)
    {
        var entries = names.Select(name => $$"""{"id": "{{name}}", "path": "{{name}}/{{name}}.dll"}""");
        var manifest = Folder.Write("plugins.json", $$"""{"plugins": [{{string.Join(", ", entries)}}]}""");
        return new PluginCatalog(new PluginCatalogOptions { Manifests = [manifest], CacheFolder = Folder.Of("cache") });
    }

    private protected PluginCatalog CatalogOf(string name, string source)
    {
        PluginSource.Compile(Dll(name), source);
        return Catalog(name);
    }

    // Apart, so that no local of the test keeps the part.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected static string NameOf(IServices services, string id, object? options = null) => Make(services, id, options).Name;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected static IDataset Make(IServices services, string id, object? options = null) =>
        services.Create<IDataset, NoSetup>(new ComponentSpec(id, OptionBag.From(options)), NoSetup.Value);

    private protected static string Refusal(Action act) => act.Should().Throw<InputException>().Which.Message;
}
