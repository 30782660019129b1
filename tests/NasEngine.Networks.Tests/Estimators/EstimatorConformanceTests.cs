using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>The engine's own estimators, on few trials.</summary>
public abstract class OwnEstimatorConformance(string id, object options) : EstimatorConformance
{
    protected override int Draws => 4;

    protected override ISearchSpace Space => EstimatorFixture.Space;

    protected override EstimatorSetup Setup() => EstimatorFixture.Setup();

    protected override IEstimator Create(EstimatorSetup setup) => EstimatorFixture.Create<IEstimator>(id, setup, options);
}

public sealed class FromScratchConformance() : OwnEstimatorConformance("from-scratch", new { BatchSize = 20, Epochs = 1 });

public sealed class FinalistConformance() : OwnEstimatorConformance("from-scratch", new { BatchSize = 20, Epochs = 1, TestSet = true, Patience = 1 });

public sealed class ZeroCostConformance() : OwnEstimatorConformance("zero-cost", new { });
