using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>An architecture that a search found.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Text">The same in the text form of its space.</param>
/// <param name="Metrics">Scalars by name, see <see cref="MetricNames"/>; all measured or counted.</param>
public sealed record FoundArchitecture(
    Architecture Architecture, string Text, FoundMetrics Metrics)
{
    /// <summary>
    /// The place of a winner by what the search measured of it, from 1: another than its place among the winners where final trainings
    /// ranked them anew. Null for what is no winner.
    /// </summary>
    public int? PlaceInSearch { get; init; }

    /// <summary>
    /// The standard deviations (n − 1) of those metrics that differ between the seeds that a winner was trained from; empty where it was
    /// trained from one. <see cref="Metrics"/> are then the means.
    /// </summary>
    public FoundMetrics Deviations { get; init; } = new(ImmutableSortedDictionary<string, double>.Empty);

    internal RecipeGlobals? Recipe { get; init; }

    internal string Search { get; init; } = "";

    /// <summary>
    /// Writes its trained network as an ONNX model with the normalisation of its input inside, and the names of its classes in the
    /// metadata; says how far it is from the engine's own network.
    /// </summary>
    /// <param name="path">The file, <c>best.onnx</c>; one that is there is replaced.</param>
    /// <exception cref="InputException">No weights of it are kept, or the file cannot be written.</exception>
    /// <example><code>await result.Best.ExportOnnxAsync("best.onnx");</code></example>
    public Task<ExportedModel> ExportOnnxAsync(string path)
    {
        var recipe = Recipe ?? throw new InputException($"Architecture '{Text}' is of no recipe that runs.");
        return recipe.Begin(Search, question: "export", () => recipe.Watched(
            runner => runner.ExportOnnxAsync(Search, Architecture, path, recipe.Cancellation)));
    }

    /// <summary>Writes its trained network in one of several forms, and says what was written.</summary>
    /// <param name="path">A file <c>NAME.onnx</c> for models, or a folder.</param>
    /// <param name="format">
    /// <c>onnx</c>; <c>int8</c>, an ONNX model of 8 bits whose accuracy is measured beside the network's; <c>int8-dynamic</c>, one that
    /// is not calibrated and takes its ranges when it runs; <c>csharp</c>, a folder with a project of C# that classifies pictures;
    /// <c>pytorch</c>, a folder with a module and its state dictionary; <c>safetensors</c>, a file <c>NAME.safetensors</c> of the weights
    /// alone.
    /// </param>
    /// <exception cref="InputException">There is no such form, no weights of it are kept, or a file cannot be written.</exception>
    /// <example><code>await result.Best.ExportAsync("best.int8.onnx", "int8");</code></example>
    public Task ExportAsync(string path, string format)
    {
        var recipe = Recipe ?? throw new InputException($"Architecture '{Text}' is of no recipe that runs.");
        return recipe.Begin(Search, question: "export", () => recipe.Watched(async runner =>
        {
            await runner.ExportAsync(Search, Architecture, path, format, recipe.Cancellation);
            return true;
        }));
    }

    /// <summary>The same, as a search of a recipe found it.</summary>
    internal FoundArchitecture Of(RecipeGlobals recipe, string search) => this with { Recipe = recipe, Search = search };
}
