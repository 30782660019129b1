using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Strategies.Tests;

/// <summary>The engine's own objective is held to what it asks of plugins.</summary>
public sealed class ProductConformance : ObjectiveConformance
{
    protected override IObjective Create() => Maximize.Accuracy().Under(Costs.Macs(3e6)).Times(Costs.Milliseconds(2).Power(-0.07)).Against(Costs.Parameters());
}

public sealed class MinimizedProductConformance : ObjectiveConformance
{
    protected override IObjective Create() => Minimize.Loss().Under(Costs.Parameters(2e5));
}
