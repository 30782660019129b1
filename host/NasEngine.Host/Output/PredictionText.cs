using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>How far the costs are off that a search goes by before it measures them.</summary>
internal static class PredictionText
{
    /// <summary>A sentence per cost that is a prediction; none for models that measure here, which say it themselves.</summary>
    public static IEnumerable<string> Of(ICostModel costs) => costs.Measures ? [] : costs.Metrics.Where(cost => cost.IsPredicted).Select(
        cost => $"'{cost.Name}' of what is not measured yet is a prediction, " + (cost.Error is { } error
            ? string.Create(CultureInfo.InvariantCulture, $"{error:0.####} off on average on networks that it was not fitted to.")
            : "and nobody has measured how far it is off."));
}
