using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

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
