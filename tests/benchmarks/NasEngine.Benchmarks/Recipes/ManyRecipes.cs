using System.Diagnostics;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Extensibility.Recipes;

namespace NasEngine.Benchmarks.Recipes;

/// <summary>Different recipes, each of which makes a type of its own and prints; none of them searches.</summary>
internal sealed class ManyRecipes(string folder)
{
    private const double Megabyte = 1 << 20;
    private readonly RecipeRunner _runner = new(Path.Combine(folder, "cache"));

    /// <summary>How many of their assemblies are loaded.</summary>
    public static int Loaded => AppDomain.CurrentDomain.GetAssemblies().Count(
        assembly => assembly.GetName().Name!.StartsWith("recipe-", StringComparison.Ordinal));

    /// <summary>Runs those with these numbers.</summary>
    public void Run(int from, int to)
    {
        var path = Path.Combine(folder, "recipe.csx");
        for (var number = from; number < to; number++)
        {
            File.WriteAllText(path, $$"""record Pair(int A, int B); await Task.Yield(); Print($"{new Pair({{number}}, 2).A}");""");
            _runner.RunAsync(path, OptionBag.Empty, new Silent(), CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    /// <summary>Managed and resident memory, MB, when what can be unloaded is, and the collector gave back what it had no use for.</summary>
    public static (double Managed, double Resident) Settled()
    {
        for (var round = 0; round < 20 && (round < 3 || Loaded > 0); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var managed = GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
        using var process = Process.GetCurrentProcess();
        return (managed, process.WorkingSet64 / Megabyte);
    }

    private sealed class Silent : ISearchRunner
    {
        public Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation) => throw new NotSupportedException();

        public void Print(SearchResult result) => throw new NotSupportedException();

        public void Print(FoundFront front) => throw new NotSupportedException();

        public void Print(SearchWorth worth) => throw new NotSupportedException();

        public void Print(string line)
        {
        }
    }
}
