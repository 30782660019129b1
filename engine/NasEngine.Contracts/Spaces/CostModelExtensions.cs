namespace NasEngine.Contracts;

/// <summary>What one may ask of every cost model.</summary>
public static class CostModelExtensions
{
    /// <summary>Whether it knows a cost.</summary>
    public static bool Knows(this ICostModel costs, string metric) => costs.Metrics.Any(known => known.Name == metric);

    /// <summary>The cost of a route: of a path, or the expected cost of a mixture.</summary>
    /// <exception cref="InputException">The cost is not known, or not for this route.</exception>
    public static double Cost(this ICostModel costs, string metric, Route route) => route switch
    {
        Architecture path => costs.Cost(metric, path),
        Mixture mixture => costs.Cost(metric, mixture).Value,
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Unknown route."),
    };
}
