using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;

namespace NasEngine.Strategies.Tests.Seams;

/// <summary>A strategy per seam of the contracts, each held to what the engine relies on.</summary>
public sealed class InheritsWeightsConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) => new MorphingStrategy(setup);
}

public sealed class SlicesSupernetConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) => new SlicingStrategy(setup, alone: false);
}

public sealed class MixesStepsAndTrialsConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) => new SlicingStrategy(setup, alone: true);
}

public sealed class OwnsTwoStrategiesConformance : StrategyConformance
{
    protected override StrategySetup Setup(ulong seed) => base.Setup(seed) with
    {
        Inner = ["random", new ComponentSpec("regularized-evolution", OptionBag.From(new { Population = 8, Sample = 3 }))],
        Services = PluginParts.Of(new EvolutionPlugin()),
    };

    protected override IStrategy Create(StrategySetup setup) => new PortfolioStrategy(setup);
}

public sealed class StartsFromAnEarlierSearchConformance : StrategyConformance
{
    private static readonly ComponentSpec Heir = new("regularized-evolution", OptionBag.From(new { Population = 8, Sample = 3 }));

    protected override StrategySetup Setup(ulong seed)
    {
        var setup = base.Setup(seed) with { Inner = [Heir], Services = PluginParts.Of(new EvolutionPlugin()) };
        var before = new SearchSpec
        {
            Name = "before", Space = "toy", Strategy = Heir, Estimator = "toy", Objective = Objective, Budget = new Budget(40), Window = 4, Seed = 1,
        };
        return setup with { Earlier = EarlierInMemory.Of(before, setup.Make(Heir)) };
    }

    protected override IStrategy Create(StrategySetup setup) => new TransferStrategy(setup);
}
