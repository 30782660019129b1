using NasEngine.Contracts;

namespace NasEngine.Extensibility.Recipes;

/// <summary>What recipes call things for which other words are at hand.</summary>
internal static class RecipeWords
{
    /// <summary>The recipe's word by the other one.</summary>
    public static IReadOnlyDictionary<string, string> Others { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Latency"] = "Milliseconds",
        ["Flops"] = "Macs",
        ["Params"] = "Parameters",
        ["Accuracy"] = "Maximize.Accuracy",
        ["Loss"] = "Minimize.Loss",
        ["Dataset"] = "Data",
        ["SearchSpace"] = "Space",
        ["Algorithm"] = "Strategy",
        ["Method"] = "Strategy",
        ["Metric"] = "Objective",
        ["Maximise"] = "Maximize",
        ["Minimise"] = "Minimize",
        ["Trials"] = "Budget",
        ["Run"] = "RunAsync",
        ["Execute"] = "RunAsync",
        ["Epochs"] = "Training",
        ["Constraint"] = "Require",
    };

    /// <summary>Names of metrics by what else they are called.</summary>
    public static IReadOnlyDictionary<string, string> Metrics { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Accuracy"] = MetricNames.ValidationAccuracy,
        ["Loss"] = MetricNames.ValidationLoss,
        ["Latency"] = MetricNames.Latency,
        ["Macs"] = MetricNames.Macs,
        ["Flops"] = MetricNames.Macs,
        ["Params"] = MetricNames.Parameters,
        ["Parameters"] = MetricNames.Parameters,
    };
}
