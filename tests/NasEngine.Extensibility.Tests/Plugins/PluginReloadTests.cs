using System.Runtime.CompilerServices;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

[Collection(nameof(AloneCollection))]
public sealed class PluginReloadTests : PluginTest
{
    [Fact]
    public void A_replaced_plugin_is_gone_from_memory()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "old"));
        NameOf(catalog, "digits").Should().Be("old");

        PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", "new"));
        catalog.Changed().Keys.Should().Equal("a");
        catalog.Reload("a");
        NameOf(catalog, "digits").Should().Be("new");
        catalog.Changed().Should().BeEmpty();

        catalog.ProveUnloads();
        States(catalog).Should().Equal(PluginState.Active, PluginState.Unloaded);
        AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name == "a").Should().Be(1);
    }

    [Fact]
    public void A_leased_part_keeps_its_version_until_it_is_given_back()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "old"));
        var lease = catalog.Lease<IDataset, NoSetup>("digits", NoSetup.Value);
        PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", "new"));
        catalog.Reload("a");
        catalog.ProveUnloads();

        NameOf(catalog, "digits").Should().Be("new");
        NameOf(lease).Should().Be("old");
        catalog.Plugins[1].Should().Match<PluginStatus>(old => old.State == PluginState.Draining && old.Leases == 1);

        lease.Dispose();
        catalog.ProveUnloads();
        catalog.Plugins[1].Should().Match<PluginStatus>(old => old.State == PluginState.Unloaded && old.Leases == 0);
        FluentActions.Invoking(() => lease.Part).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void A_part_that_is_kept_after_its_lease_shows_as_leaking_until_it_is_dropped()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "old"));
        var kept = Keep(catalog);
        PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", "new"));
        catalog.Reload("a");

        catalog.ProveUnloads();
        States(catalog).Should().Equal(PluginState.Active, PluginState.Leaking);

        kept.Clear();
        catalog.ProveUnloads();
        States(catalog).Should().Equal(PluginState.Active, PluginState.Unloaded);
    }

    [Fact]
    public void A_bad_new_version_is_refused_and_the_old_one_goes_on()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "old"));
        NameOf(catalog, "digits").Should().Be("old");
        PluginSource.Compile(Dll("a"), "public class Something;");

        Refusal(() => catalog.Reload("a")).Should().EndWith("is no plugin: it does not use NasEngine.Contracts, in which IPlugin is.");
        NameOf(catalog, "digits").Should().Be("old");
        States(catalog).Should().Equal(PluginState.Active);
    }

    [Fact]
    public void A_swap_that_is_not_committed_leaves_the_old_version_in_use()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "old"));
        NameOf(catalog, "digits").Should().Be("old");
        PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", "new"));

        Try(catalog, commit: false).Should().Be("new");
        NameOf(catalog, "digits").Should().Be("old");
        catalog.ProveUnloads();
        States(catalog).Should().Equal(PluginState.Active, PluginState.Unloaded);

        Try(catalog, commit: true).Should().Be("new");
        NameOf(catalog, "digits").Should().Be("new");
    }

    [Fact]
    public void An_unknown_plugin_is_refused_with_a_suggestion() =>
        Refusal(() => CatalogOf("evolution", PluginSource.Dataset("d", "D")).Reload("evolutoin"))
            .Should().Be("Unknown plugin 'evolutoin': did you mean 'evolution'?");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Try(PluginCatalog catalog, bool commit)
    {
        using var swap = catalog.BeginSwap("a");
        using var data = swap.Lease<IDataset, NoSetup>("digits", NoSetup.Value);
        if (commit)
        {
            swap.Commit();
        }

        return data.Part.Name;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string NameOf(Leased<IDataset> lease) => lease.Part.Name;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<IDataset> Keep(PluginCatalog catalog) => [Make(catalog, "digits")];

    private static IEnumerable<PluginState> States(PluginCatalog catalog) => catalog.Plugins.Select(plugin => plugin.State);
}
