using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.MultiFidelity;

namespace NasEngine.Strategies.Tests.MultiFidelity;

/// <summary>A strategy that races what random search or evolution proposes.</summary>
public abstract class RaceConformance : StrategyConformance
{
    private protected virtual ComponentSpec Inner => "random";

    protected override StrategySetup Setup(ulong seed) =>
        base.Setup(seed) with { Inner = [Inner], Services = PluginParts.Of(new EvolutionPlugin(), new MultiFidelityPlugin()) };

    private protected static IStrategy Strategy(string id, StrategySetup setup, object? options = null) =>
        PluginParts.Of(new MultiFidelityPlugin()).Strategy(id, setup, options);
}

public sealed class SuccessiveHalvingConformance : RaceConformance
{
    protected override IStrategy Create(StrategySetup setup) => Strategy("successive-halving", setup);
}

public sealed class HyperbandConformance : RaceConformance
{
    private protected override ComponentSpec Inner => new("regularized-evolution", OptionBag.From(new { Population = 5, Sample = 2 }));

    protected override IStrategy Create(StrategySetup setup) => Strategy("hyperband", setup);
}

public sealed class AshaConformance : RaceConformance
{
    protected override IStrategy Create(StrategySetup setup) => Strategy("asha", setup, new { Eta = 2, MaxEpochs = 8 });
}

public sealed class MoAshaConformance : RaceConformance
{
    protected override Objective Objective { get; } = new Objective(MetricNames.ValidationAccuracy, []).Against(MetricNames.Macs);

    protected override IStrategy Create(StrategySetup setup) => Strategy("mo-asha", setup, new { Eta = 2, MaxEpochs = 8 });
}

public sealed class AnewAshaConformance : RaceConformance
{
    private protected override ComponentSpec Inner => new("regularized-evolution", OptionBag.From(new { Population = 5, Sample = 2 }));

    protected override IStrategy Create(StrategySetup setup) => Strategy("asha", setup, new { Eta = 3, Continue = false });
}

public sealed class MedianStoppingConformance : RaceConformance
{
    protected override IStrategy Create(StrategySetup setup) => Strategy("median-stopping", setup, new { Intervals = 3, Startup = 2 });
}

public sealed class CurveStoppingConformance : RaceConformance
{
    protected override IStrategy Create(StrategySetup setup) => Strategy("curve-stopping", setup, new { Intervals = 4, Warmup = 2, Threshold = 0.3 });
}
