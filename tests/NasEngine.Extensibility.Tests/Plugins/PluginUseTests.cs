using NasEngine.Contracts;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>Which plugins count as those of a search.</summary>
public sealed class PluginUseTests : PluginTest
{
    private const string Rules = """
        using NasEngine.Contracts;

        public interface IRule;

        public sealed class ThePlugin : IPlugin
        {
            public void Register(IPluginRegistry registry) => registry.Add<IRule, NoSetup, NoSetup>(
                "rule", "a rule", _ => NoSetup.Value, (_, _) => null!);
        }
        """;

    [Fact]
    public void They_are_those_that_offer_a_part_it_names_and_those_whose_parts_no_search_names()
    {
        PluginSource.Compile(Dll("used"), PluginSource.Dataset("digits", "Digits"));
        PluginSource.Compile(Dll("other"), PluginSource.Dataset("letters", "Letters"));
        PluginSource.Compile(Dll("rules"), Rules);
        var catalog = Catalog("used", "other", "rules");

        var hashes = catalog.HashesOf(Spec("digits"));

        hashes.Keys.Should().Equal("used", "rules");
        hashes["used"].Should().Be(catalog.Plugins[0].Hash);
        catalog.HashesOf(Spec(null)).Keys.Should().Equal("rules");
    }

    private static SearchSpec Spec(string? data) => new()
    {
        Name = "x",
        Space = "space",
        Strategy = "strategy",
        Data = data is null ? null : new ComponentSpec(data, OptionBag.Empty),
        Estimator = "estimator",
        Objective = new Objective("accuracy", []),
        Budget = new Budget(1),
    };
}
