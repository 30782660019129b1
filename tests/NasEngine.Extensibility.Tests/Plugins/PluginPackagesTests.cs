using System.Runtime.CompilerServices;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>A plugin that brings packages of its own: linear algebra.</summary>
[Collection(nameof(AloneCollection))]
public sealed class PluginPackagesTests : PluginTest
{
    private const string Name = "NasEngine.Strategies.Sequential";

    [Theory]
    [InlineData("bayesian")]
    [InlineData("bananas")]
    public void It_searches_with_them_and_is_gone_from_memory_once_it_is_replaced(string strategy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Dll(Name))!);
        foreach (var file in Directory.GetFiles(Repository.Path("artifacts", "bin", Name, Configuration)))
        {
            File.Copy(file, Path.Combine(Path.GetDirectoryName(Dll(Name))!, Path.GetFileName(file)));
        }

        var catalog = Catalog(Name);
        Search(catalog, strategy).Should().Be(25);

        PluginSource.Compile(Dll(Name), PluginSource.Dataset("digits", "new"));
        catalog.Reload(Name);
        catalog.ProveUnloads();
        catalog.Plugins.Select(plugin => plugin.State).Should().Equal(PluginState.Active, PluginState.Unloaded);
    }

    private static string Configuration => Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Search(PluginCatalog catalog, string id)
    {
        var space = new ToySpace();
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(30));
        var strategy = catalog.Create<IStrategy, StrategySetup>(new ComponentSpec(id, OptionBag.Empty), setup);
        return new StrategyRun(strategy, 1, 1, ToyEstimator.Measure).Advance(25).Candidates.Count;
    }
}
