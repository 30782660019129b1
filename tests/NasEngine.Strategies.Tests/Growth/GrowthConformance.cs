using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Growth;

namespace NasEngine.Strategies.Tests.Growth;

public sealed class HillClimbingConformance : StrategyConformance
{
    protected override int Budget => 40;

    protected override ISearchSpace Space { get; } = new GrowingSpace();

    protected override Objective Objective { get; } = new Objective(MetricNames.ValidationAccuracy, []).Under(MetricNames.Macs, 16_000);

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new GrowthPlugin()).Strategy("hill-climbing", setup, new { Children = 5, Morphs = 2 });
}

public sealed class EditDistanceConformance : StrategyConformance
{
    protected override int Budget => 30;

    protected override ISearchSpace Space { get; } = new GrowingSpace();

    protected override Objective Objective { get; } = new Objective(MetricNames.ValidationAccuracy, []).Under(MetricNames.Macs, 16_000);

    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new GrowthPlugin()).Strategy("edit-distance", setup);
}

public sealed class CompoundScalingConformance : StrategyConformance
{
    protected override int Budget => 30;

    protected override ISearchSpace Space { get; } = new ScaledSpace();

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new GrowthPlugin()).Strategy("compound-scaling", setup);
}

public sealed class GivenScalingConformance : StrategyConformance
{
    protected override int Budget => 5;

    protected override ISearchSpace Space { get; } = new ScaledSpace();

    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new GrowthPlugin()).Strategy(
        "compound-scaling", setup, new { Coefficients = "1.2/1.1/1.15", Phis = "0.5/1/1.5/2/3" });
}

public sealed class TrainOnceConformance : StrategyConformance
{
    protected override int Budget => 12;

    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new GrowthPlugin()).Strategy(
        "train-once",
        setup,
        new { Architectures = "1 3 relu linear - -; 1 5 relu linear - -; 1 7 relu linear - -; 2 3 relu linear 3 relu" });
}
