using System.Reflection;
using System.Runtime.CompilerServices;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Extensibility.Inline;
using NasEngine.Extensibility.Packages;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Recipes;

/// <summary>Runs recipes: C# scripts (<c>.csx</c>) whose globals are <see cref="RecipeGlobals"/>.</summary>
/// <param name="cacheFolder">Where compiled recipes are kept; made when it is not there.</param>
/// <param name="include">
/// Takes the parts that recipes hold, as <see cref="PluginCatalog.Include"/> does; their files are there until the recipe ends. Null
/// where their searches do not run.
/// </param>
/// <param name="packages">Gets the packages that recipes name; null for those of the feeds that NuGet is configured with.</param>
public sealed class RecipeRunner(string cacheFolder, Action<PluginCopy>? include = null, PackageFeed? packages = null)
{
    private readonly RecipeCache _cache = new(cacheFolder);
    private readonly PackageFeed _packages = packages ?? new(Path.Combine(cacheFolder, "packages"));

    /// <summary>Runs a recipe to its end. What it leaves in memory goes when the task is done.</summary>
    /// <param name="path">The recipe.</param>
    /// <param name="set">Values for its parameters.</param>
    /// <param name="runner">Runs its searches.</param>
    /// <param name="cancellation">Given to the recipe and its searches; a recipe that looks at neither runs on.</param>
    /// <exception cref="InputException">
    /// It cannot be read, does not compile, failed by an exception of its own, was given parameters it does not have, or describes a
    /// search that it does not run.
    /// </exception>
    /// <exception cref="Exception">Whatever a search ended with passes through.</exception>
    public async Task RunAsync(string path, OptionBag set, ISearchRunner runner, CancellationToken cancellation)
    {
        using var parts = new InlineParts(include);
        var globals = new RecipeGlobals(RecipePath.Show(Path.GetFullPath(path)), set, runner, cancellation) { Inline = parts };
        try
        {
            await RunAsync(RecipeSource.Read(path), globals, parts);
        }
        catch (InputException wrong) when (MissingFile.Explain(wrong, globals.Parameters, set) is { } explained)
        {
            throw explained;
        }

        await globals.EndAsync();
    }

    /// <summary>Reads what a recipe says of itself, by running it up to its first search.</summary>
    /// <exception cref="InputException">It cannot be read, does not compile, or failed before its first search.</exception>
    public async Task<RecipeDescription> DescribeAsync(string path)
    {
        var source = RecipeSource.Read(path);
        using var parts = new InlineParts(include: null);
        var globals = new RecipeGlobals(
            RecipePath.Show(source.Path), OptionBag.Empty, new DeclaringRunner(), CancellationToken.None) { Inline = parts };
        try
        {
            await RunAsync(source, globals, parts);
        }
        catch (DeclaringRunner.DeclaredException)
        {
            // The first search.
        }

        return new RecipeDescription(RecipeDescription.SummaryOf(source.Text), globals.Parameters);
    }

    private async Task RunAsync(RecipeSource source, RecipeGlobals globals, InlineParts parts)
    {
        try
        {
            await RunInContextAsync(source, globals, parts);
        }
        finally
        {
            // The caller would go on deeper in the recipe's own stack, which would keep the recipe loaded.
            await Task.Yield();
        }
    }

    private async Task RunInContextAsync(RecipeSource source, RecipeGlobals globals, InlineParts parts)
    {
        var compiled = _cache.Find(source.Hash) ?? Compile(source);
        var context = new RecipeLoadContext(compiled.Libraries, compiled.Natives);
        Assembly? recipe = null;
        try
        {
            recipe = context.LoadFromStream(new MemoryStream(compiled.Assembly));
            parts.Are(compiled, recipe);
            var entry = recipe.GetType(RecipeCompiler.ClassName)!.GetMethod(RecipeCompiler.EntryPoint)!;
            await entry.CreateDelegate<Func<object?[], Task<object>>>()([globals, null]);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DeclaringRunner.DeclaredException) && recipe is not null
            && (e != globals.SearchFailure || e is InputException { Word: not null }))
        {
            throw RecipeFailure.Explain(e, recipe, source);
        }
        finally
        {
            context.Unload();
        }
    }

    // Apart, so that a cached recipe runs without loading the compiler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompiledRecipe Compile(RecipeSource source)
    {
        var compiled = RecipeCompiler.Compile(source, _packages);
        _cache.Keep(source.Hash, compiled);
        return compiled;
    }
}
