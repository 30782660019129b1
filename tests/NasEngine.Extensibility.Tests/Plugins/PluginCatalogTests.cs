using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

public sealed class PluginCatalogTests : PluginTest
{
    [Fact]
    public void A_part_is_made_by_id_with_its_options() =>
        Make(CatalogOf("a", PluginSource.Dataset("digits", "Digits")), "digits", new { Classes = 7 })
            .Should().Match<IDataset>(data => data.Name == "Digits" && data.Classes == 7);

    [Fact]
    public void Parts_are_described_with_their_options_and_plugin()
    {
        var digits = CatalogOf("a", PluginSource.Dataset("digits", "Digits")).Describe<IDataset>().Should().ContainSingle().Which;
        digits.Should().Match<PartDescription>(part => part.Id == "digits" && part.Summary == "a data set" && part.Plugin == "a");
        digits.Options[0].Should().Be(new OptionDescription("classes", "integer", "10", ">= 2", "how many"));
        digits.Options.Select(option => option.Name).Should().Equal("classes", "take");
    }

    [Theory]
    [InlineData("digit", "Unknown dataset 'digit': did you mean 'digits'?")]
    [InlineData("imagenet", "Unknown dataset 'imagenet': known: digits")]
    public void An_unknown_id_gets_a_suggestion(string id, string message)
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "Digits"));
        Refusal(() => Make(catalog, id)).Should().Be(message);
    }

    [Fact]
    public void An_unknown_id_of_a_kind_nobody_offers_says_so()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "Digits"));
        Refusal(() => catalog.Space("s")).Should().Be("Unknown space 's': none is known");
    }

    [Fact]
    public void Unknown_and_bad_options_are_refused_in_the_name_of_the_part()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "Digits"));
        Refusal(() => Make(catalog, "digits", new { Clases = 7 })).Should().Be("Unknown option 'Clases' of dataset 'digits': did you mean 'classes'?");
        Refusal(() => catalog.Check<IDataset>(new ComponentSpec("digits", OptionBag.From(new { Clases = 7 })))).Should().StartWith("Unknown option 'Clases'");
        catalog.Check<IDataset>("digits");
        Refusal(() => Make(catalog, "digits", new { Classes = 1 })).Should().Be("Option 'classes' of dataset 'digits' is '1'; it must be a whole number >= 2.");
    }

    [Fact]
    public void Nothing_is_loaded_before_it_is_asked_for()
    {
        var catalog = CatalogOf("a", PluginSource.Dataset("digits", "Digits"));
        catalog.Plugins.Should().Equal(new PluginStatus("a", Dll("a"), "", PluginState.Discovered, "", 0));
        Directory.Exists(Folder.Of("cache")).Should().BeFalse();

        Make(catalog, "digits");
        var status = catalog.Plugins.Should().ContainSingle().Which;
        status.State.Should().Be(PluginState.Active);
        status.Hash.Should().MatchRegex("^[0-9a-f]{64}$");
        File.Exists(Folder.Of($"cache/a/{status.Hash}/a.dll")).Should().BeTrue();
    }

    [Fact]
    public void The_programs_own_plugins_are_parts_like_any_other()
    {
        var catalog = new PluginCatalog(new PluginCatalogOptions
        {
            CacheFolder = Folder.Of("cache"),
            BuiltIn = new Dictionary<string, IPlugin> { ["engine"] = new OwnPlugin() },
        });

        catalog.Create<OwnPlugin.IThing, NoSetup>("own", NoSetup.Value).Should().NotBeNull();
        Refusal(() => catalog.Create<OwnPlugin.IThing, NoSetup>("none", NoSetup.Value)).Should().Be("Unknown thing 'none': known: own, placed");
        catalog.Create<OwnPlugin.IThing, string>("own", "").Should().NotBeNull("what needs no setup is made with any");
        Refusal(() => catalog.Create<OwnPlugin.IThing, string>("placed", "")).Should().Be("The thing 'placed' is made with Uri; String was given.");
        catalog.Plugins.Should().Equal(new PluginStatus("engine", "", "", PluginState.Active, "", 0));
        Refusal(() => catalog.Reload("engine")).Should().Be("Plugin 'engine' is part of the program and cannot be replaced while it runs.");
    }

    private sealed class OwnPlugin : IPlugin
    {
        public interface IThing;

        public void Register(IPluginRegistry registry)
        {
            registry.Add<IThing, NoSetup, NoSetup>("own", "", _ => NoSetup.Value, (_, _) => new Thing());
            registry.Add<IThing, Uri, NoSetup>("placed", "", _ => NoSetup.Value, (_, _) => new Thing());
        }

        private sealed class Thing : IThing;
    }
}
