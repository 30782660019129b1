using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>Several cost models as one: a cost is that of the first that knows it.</summary>
public sealed class CostModels(params ImmutableArray<ICostModel> models) : ICostModel
{
    /// <inheritdoc/>
    public ImmutableArray<CostMetric> Metrics => [.. models.SelectMany(model => model.Metrics).DistinctBy(metric => metric.Name)];

    /// <inheritdoc/>
    public double Cost(string metric, Architecture architecture) => Of(metric).Cost(metric, architecture);

    /// <inheritdoc/>
    public MixtureCost Cost(string metric, Mixture mixture) => Of(metric).Cost(metric, mixture);

    /// <inheritdoc/>
    public CostRange? Range(string metric) => models.FirstOrDefault(model => model.Knows(metric))?.Range(metric);

    /// <inheritdoc/>
    public bool Measures => models.Any(model => model.Measures);

    /// <inheritdoc/>
    public void MeasureAll()
    {
        foreach (var model in models)
        {
            model.MeasureAll();
        }
    }

    private ICostModel Of(string metric) => models.FirstOrDefault(model => model.Knows(metric)) ?? throw new InputException(
        $"The cost '{metric}' cannot be known before a network runs; known are {string.Join(", ", Metrics.Select(known => known.Name))}, "
        + $"others by .Costs(…).");
}
