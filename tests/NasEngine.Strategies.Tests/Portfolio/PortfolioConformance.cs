using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Portfolio;

namespace NasEngine.Strategies.Tests.Portfolio;

public sealed class PortfolioConformance : StrategyConformance
{
    protected override StrategySetup Setup(ulong seed) => base.Setup(seed) with
    {
        Inner =
        [
            new ComponentSpec("random", OptionBag.From(new { Unique = true })),
            new ComponentSpec("regularized-evolution", OptionBag.From(new { Population = 8, Sample = 3 })),
            "local-search",
        ],
        Services = PluginParts.Of(new EvolutionPlugin()),
    };

    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new PortfolioPlugin()).Strategy("portfolio", setup);
}

/// <summary>A strategy that starts from an earlier search by evolution.</summary>
public abstract class WarmStartConformance(string with) : StrategyConformance
{
    private static readonly ComponentSpec Heir = new("regularized-evolution", OptionBag.From(new { Population = 8, Sample = 3 }));

    protected override StrategySetup Setup(ulong seed)
    {
        var setup = base.Setup(seed) with { Inner = [Heir], Services = PluginParts.Of(new EvolutionPlugin()) };
        var before = EarlierInMemory.Of(WarmStartTests.Before(Objective), setup.Make(Heir)).Read("before");
        return setup with { Earlier = new EarlierInMemory(before with { Found = [.. ((ToySpace)Space).All().TakeLast(3)] }) };
    }

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new PortfolioPlugin()).Strategy("warm-start", setup, new { From = "before", With = with });
}

public sealed class WarmStartFromStateConformance() : WarmStartConformance("state");

public sealed class WarmStartFromTrialsConformance() : WarmStartConformance("trials");

public sealed class WarmStartFromWinnersConformance() : WarmStartConformance("winners");
