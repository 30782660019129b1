using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

/// <summary>A strategy that proposes nothing twice, on the 42 architectures of the toy space without a limit.</summary>
public abstract class SequentialConformance(string id, object options) : StrategyConformance
{
    protected override int Budget => 34;

    protected override Objective Objective { get; } = new(MetricNames.ValidationAccuracy, []);

    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new SequentialPlugin()).Strategy(id, setup, options);
}

/// <summary>On the 19 of them that keep to the limit.</summary>
public abstract class LimitedConformance(string id, object options) : StrategyConformance
{
    protected override int Budget => 14;

    protected override IStrategy Create(StrategySetup setup) => PluginParts.Of(new SequentialPlugin()).Strategy(id, setup, options);
}

/// <summary>With a limit that half of them miss and only a trial measures.</summary>
public abstract class MeasuredLimitConformance(string id, object options) : SequentialConformance(id, options)
{
    protected override Objective Objective { get; } =
        new Objective(MetricNames.ValidationAccuracy, []).Require(new Constraint(MetricNames.ValidationLoss, 0.25));
}

public sealed class BayesianConformance() : SequentialConformance("bayesian", new { Initial = 4, Draws = 20 });

public sealed class UpperBoundConformance()
    : SequentialConformance("bayesian", new { Initial = 6, Acquisition = "ucb", Scores = "standardised" });

public sealed class LimitedBayesianConformance() : LimitedConformance("bayesian", new { Initial = 4, Draws = 20 });

public sealed class BananasConformance()
    : SequentialConformance("bananas", new { Initial = 4, Batch = 5, Layers = 2, Width = 5, Epochs = 4 });

public sealed class LimitedBananasConformance()
    : LimitedConformance("bananas", new { Initial = 4, Batch = 5, Layers = 2, Width = 5, Epochs = 4 });

public sealed class TpeConformance() : SequentialConformance("tpe", new { Initial = 4 });

public sealed class MultivariateTpeConformance() : SequentialConformance("tpe", new { Initial = 4, Multivariate = true });

public sealed class LimitedTpeConformance() : LimitedConformance("tpe", new { Initial = 4 });

public sealed class Nsga2Conformance() : SequentialConformance("nsga2", new { Population = 6 })
{
    protected override Objective Objective { get; } = new Objective(MetricNames.ValidationAccuracy, []).Against(MetricNames.Macs);
}

public sealed class LimitedNsga2Conformance() : LimitedConformance("nsga2", new { Population = 4 });

public sealed class MeasuredLimitBayesianConformance() : MeasuredLimitConformance("bayesian", new { Initial = 4, Draws = 20 });

public sealed class MeasuredLimitBananasConformance()
    : MeasuredLimitConformance("bananas", new { Initial = 4, Batch = 5, Layers = 2, Width = 5, Epochs = 4 });

public sealed class MeasuredLimitTpeConformance() : MeasuredLimitConformance("tpe", new { Initial = 4 });

public sealed class MeasuredLimitNsga2Conformance() : MeasuredLimitConformance("nsga2", new { Population = 6 });

public sealed class HypervolumeConformance() : SequentialConformance("qlogehvi", new { Initial = 4, Draws = 20, Samples = 3 })
{
    protected override Objective Objective { get; } =
        new Objective(MetricNames.ValidationAccuracy, []).Against(MetricNames.ValidationLoss).Against(MetricNames.Macs);

    protected override int Budget => 12;
}

public sealed class LimitedHypervolumeConformance() : LimitedConformance("qlogehvi", new { Initial = 4, Draws = 20, Samples = 3 });

public sealed class MeasuredLimitHypervolumeConformance()
    : MeasuredLimitConformance("qlogehvi", new { Initial = 4, Draws = 20, Samples = 3 })
{
    protected override int Budget => 12;
}
