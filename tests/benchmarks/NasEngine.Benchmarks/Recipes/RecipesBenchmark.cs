namespace NasEngine.Benchmarks.Recipes;

/// <summary>
/// What recipes leave in a process that runs many different ones, and how much sooner a recipe is at its first candidate when it was
/// compiled before.
/// </summary>
public sealed class RecipesBenchmark : IBenchmark
{
    private const int First = 100;
    private const int Many = 1_000;
    private const int Starts = 7;
    private const double Goal = 0.4;

    public string Name => "recipes";

    public string Summary => "What recipes leave in a process, and how soon a compiled one is at its first candidate.";

    public BenchmarkReport Run(BenchmarkArguments args) => new(
        Name,
        $"{Many:N0} different recipes run one after another in one process: what the last {Many - First} of them add to its memory (goal: nothing) and how many of their assemblies are left. "
        + $"And from the start of the program to the first candidate of a recipe, medians of {Starts} starts: with nothing compiled, and with the recipe compiled by an earlier run (goal: a ratio of {Goal} at most).",
        [.. Memory(), .. Start()]);

    private static IEnumerable<IReadOnlyDictionary<string, object>> Memory()
    {
        var folder = Directory.CreateTempSubdirectory("nas-bench-recipes-").FullName;
        try
        {
            var runner = new ManyRecipes(folder);
            runner.Run(0, First);
            var (managed, resident) = ManyRecipes.Settled();
            runner.Run(First, Many);
            var (managedAfter, residentAfter) = ManyRecipes.Settled();
            yield return Row("managed memory, MB", managed, managedAfter);
            yield return Row("resident memory, MB", resident, residentAfter);
            yield return Row("assemblies of recipes that are loaded", 0, ManyRecipes.Loaded);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Start()
    {
        var (fresh, again, compiledOnly) = FirstCandidate.Measure(Starts);
        yield return Row("ms to the first candidate; before: nothing in the caches, after: the second start", fresh, again);
        yield return Row("ms to the first candidate; before: plugins in the caches and the recipe not compiled, after: the second start", compiledOnly, again);
    }

    private static Dictionary<string, object> Row(string what, double before, double after) => new()
    {
        ["what"] = what,
        ["before"] = before,
        ["after"] = after,
        ["ratio"] = before == 0 ? 1 : after / before,
    };
}
