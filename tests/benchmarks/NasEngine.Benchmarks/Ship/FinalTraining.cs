using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Ship;

/// <summary>Recipes that train one network, each in a workspace of its own; an interrupted one goes on where it was.</summary>
internal static class FinalTraining
{
    /// <summary>The folder of a workspace.</summary>
    public static string FolderOf(string workspace) => Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-ship", "networks", workspace);

    /// <summary>Runs a recipe: the winner.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="recipe">Its text.</param>
    /// <param name="sets">Its parameters, as <c>name=value</c>.</param>
    public static JsonElement Run(string workspace, string recipe, params string[] sets)
    {
        var folder = FolderOf(workspace);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "train.csx");
        File.WriteAllText(file, recipe);
        using var result = JsonDocument.Parse(NasCommand.LastLine(
            ["run", file, "--workspace", folder, "--json", .. sets.SelectMany(set => new[] { "--set", set })]));
        return result.RootElement.GetProperty("best").Clone();
    }

    /// <summary>How far the seeds' test accuracies lie apart, in points; empty where there is one seed.</summary>
    public static object Deviation(JsonElement best) =>
        best.TryGetProperty("deviations", out var spread) && spread.TryGetProperty(MetricNames.TestAccuracy, out var one)
            ? Math.Round(100 * one.GetDouble(), 3)
            : "";
}
