using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Learned;
using NasEngine.Strategies.OneShot;
using NasEngine.Strategies.Probabilistic;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Strategies.Tests;

public sealed class FpNasConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new ProbabilisticPlugin()).Strategy("fp-nas", setup, new { Lambda = 2.0, WarmupSteps = 3 });
}

public sealed class ParsecConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new ProbabilisticPlugin()).Strategy("parsec", setup);
}

public sealed class RandomConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new EvolutionPlugin()).Strategy("random", setup);
}

public sealed class UniqueRandomConformance : StrategyConformance
{
    protected override int Budget => 30;

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new EvolutionPlugin()).Strategy("random", setup, new { Unique = true });
}

public sealed class FeasibleRandomConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new EvolutionPlugin()).Strategy("random", setup, new { Feasible = true, Stream = "other" });
}

public sealed class RegularizedEvolutionConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new EvolutionPlugin()).Strategy("regularized-evolution", setup, new { Population = 10, Sample = 3 });
}

public sealed class LocalSearchConformance : StrategyConformance
{
    protected override int Budget => 40;

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new EvolutionPlugin()).Strategy("local-search", setup, new { Starts = 3 });
}

public sealed class FullNeighbourhoodConformance : StrategyConformance
{
    protected override int Budget => 14;

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new EvolutionPlugin()).Strategy("local-search", setup, new { Starts = 2, FirstBetter = false });
}

public sealed class DartsConformance : StrategyConformance
{
    protected override Objective Objective { get; } = new(MetricNames.ValidationAccuracy, []);

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy("darts", setup, new { WarmupSteps = 3 });
}

public sealed class NaspConformance : StrategyConformance
{
    protected override Objective Objective { get; } = new(MetricNames.ValidationAccuracy, []);

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy("nasp", setup, new { WarmupSteps = 3, SizePenalty = 0.1 });
}

public sealed class ChosenNaspConformance : StrategyConformance
{
    protected override Objective Objective { get; } = new(MetricNames.ValidationAccuracy, []);

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy("nasp", setup, new { Slopes = "chosen", LearningRate = 0.05 });
}

public sealed class GdasConformance : StrategyConformance
{
    protected override Objective Objective { get; } = new(MetricNames.ValidationAccuracy, []);

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy("gdas", setup, new { LearningRate = 0.05 });
}

public sealed class DrNasConformance : StrategyConformance
{
    protected override Objective Objective { get; } = new(MetricNames.ValidationAccuracy, []);

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy("drnas", setup, new { WarmupSteps = 3, LearningRate = 0.05 });
}

public sealed class DMaskingConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy("dmasking", setup, new { Epochs = 10, WeightEpochs = 2 });
}

public sealed class TfNasConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new RelaxedPlugin()).Strategy("tf-nas", setup, new { Epochs = 10, WeightEpochs = 2 });
}

public sealed class SinglePathConformance : StrategyConformance
{
    protected override StrategySetup Setup(ulong seed)
    {
        var setup = base.Setup(seed);
        return setup with { Budget = setup.Budget with { Steps = Budget / 2, Trials = Budget / 2 } };
    }

    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new OneShotPlugin()).Strategy(
        "single-path", setup, new { Samples = 3, Sampling = "fair", Population = 8, Parents = 3, ValidationBatches = 3 });
}

public sealed class ReinforceConformance : StrategyConformance
{
    protected override int Budget => 20;

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new LearnedPlugin()).Strategy("reinforce", setup, new { Units = 6, Batch = 5 });
}

public sealed class PpoConformance : StrategyConformance
{
    protected override int Budget => 20;

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new LearnedPlugin()).Strategy("ppo", setup, new { Units = 6, Batch = 7, Epochs = 2, Unique = false });
}

public sealed class PnasConformance : StrategyConformance
{
    protected override int Budget => 15;

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new LearnedPlugin()).Strategy("pnas", setup, new { Beam = 12, Units = 4, Epochs = 3 });
}

public sealed class PnasOfLstmsConformance : StrategyConformance
{
    protected override int Budget => 15;

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new LearnedPlugin()).Strategy("pnas", setup, new { Surrogate = "lstm", Beam = 12, Units = 4, Epochs = 3 });
}

public sealed class BigNasConformance : StrategyConformance
{
    protected override ISearchSpace Space { get; } = new PlantedSpace();

    protected override Objective Objective { get; } = new(MetricNames.ValidationAccuracy, []);

    protected override StrategySetup Setup(ulong seed)
    {
        var setup = base.Setup(seed);
        return setup with { Budget = setup.Budget with { Steps = Budget / 2, Trials = Budget / 2 } };
    }

    protected override IStrategy Create(StrategySetup setup) =>
        PluginParts.Of(new OneShotPlugin()).Strategy("big-nas", setup, new { Coarse = 0.2, Parents = 2 });
}

public sealed class EnasConformance : StrategyConformance
{
    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new LearnedPlugin()).Strategy(
        "enas", setup, new { WeightSteps = 5, ControllerSteps = 4, Aggregate = 3 });
}

public sealed class ToySpaceConformance : SpaceConformance
{
    protected override ISearchSpace Create() => new ToySpace();
}
