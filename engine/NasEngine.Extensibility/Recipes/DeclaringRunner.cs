using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Recipes;

/// <summary>Ends a recipe at its first search: by then it has declared its parameters.</summary>
internal sealed class DeclaringRunner : ISearchRunner
{
    /// <inheritdoc/>
    public Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation) => throw new DeclaredException();

    /// <inheritdoc/>
    public Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation) =>
        throw new DeclaredException();

    /// <inheritdoc/>
    public void Print(SearchResult result)
    {
    }

    /// <inheritdoc/>
    public void Print(FoundFront front)
    {
    }

    /// <inheritdoc/>
    public void Print(SearchWorth worth)
    {
    }

    /// <inheritdoc/>
    public void Print(string line)
    {
    }

    /// <summary>Carries control from the first search to the end of the recipe.</summary>
    internal sealed class DeclaredException : Exception;
}
