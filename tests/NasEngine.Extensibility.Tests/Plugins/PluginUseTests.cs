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

    [Fact]
    public void One_that_offers_an_objective_has_a_say_in_the_searches_that_name_it()
    {
        PluginSource.Compile(Dll("goals"), PluginSource.Objective("my-objective"));
        var catalog = Catalog("goals");
        var component = new ComponentSpec("my-objective", OptionBag.From(new { Floor = 0.5 }));

        catalog.HashesOf(Spec(null)).Should().BeEmpty();
        catalog.HashesOf(Spec(null) with { Objective = new OfferedObjective(component) }).Keys.Should().Equal("goals");
        catalog.Describe<IObjective>().Should().ContainSingle().Which.Options.Should().ContainSingle().Which.Name.Should().Be("floor");
        var objective = catalog.Create<IObjective, NoSetup>(component, NoSetup.Value);
        objective.Axes.Should().Equal(new ObjectiveAxis("f1", Direction.Maximize));
        objective.Targets.Should().BeEmpty();
        objective.Score(new Dictionary<string, double> { ["f1"] = 0.75 }).Should().Be(0.25);
        catalog.Invoking(one => one.Check<IObjective>("my-objectiv")).Should().Throw<InputException>().WithMessage("Unknown objective 'my-objectiv'*my-objective*");
    }

    [Fact]
    public void One_that_offers_a_strategy_that_another_works_with_or_a_cost_model_has_a_say_in_the_searches_that_name_it()
    {
        PluginSource.Compile(Dll("inner"), Offering("IStrategy", "StrategySetup", "member"));
        PluginSource.Compile(Dll("costs"), Offering("ICostModel", "CostModelSetup", "table"));
        PluginSource.Compile(Dll("proxy"), Offering("IEstimator", "EstimatorSetup", "proxy"));
        var catalog = Catalog("inner", "costs", "proxy");
        var portfolio = new ComponentSpec("portfolio", OptionBag.Empty) { Inner = [new ComponentSpec("filter", OptionBag.Empty) { Inner = ["member"] }] };

        catalog.HashesOf(Spec(null)).Should().BeEmpty();
        catalog.HashesOf(Spec(null) with { Strategy = portfolio }).Keys.Should().Equal("inner");
        catalog.HashesOf(Spec(null) with { Costs = "table" }).Keys.Should().Equal("costs");
        catalog.HashesOf(Spec(null) with { Estimator = new ComponentSpec("own", OptionBag.Empty) { Inner = ["proxy"] } }).Keys.Should().Equal("proxy");
    }

    private static string Offering(string kind, string setup, string id) => $$"""
        using NasEngine.Contracts;

        public sealed class ThePlugin : IPlugin
        {
            public void Register(IPluginRegistry registry) => registry.Add<{{kind}}, {{setup}}, NoSetup>(
                "{{id}}", "a part", _ => NoSetup.Value, (_, _) => null!);
        }
        """;

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
