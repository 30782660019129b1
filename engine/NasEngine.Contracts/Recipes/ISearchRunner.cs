namespace NasEngine.Contracts.Recipes;

/// <summary>What a recipe needs of the program that runs it.</summary>
public interface ISearchRunner
{
    /// <summary>
    /// Runs the search, or goes on with it, or returns what it found when it is done already. Only a search that completed
    /// returns.
    /// </summary>
    /// <exception cref="InputException">The spec asks for what there is not, or differs from the one of this name in the workspace.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and can be resumed.</exception>
    Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation);

    /// <summary>Shows a result to the user.</summary>
    void Print(SearchResult result);

    /// <summary>Shows a Pareto front to the user.</summary>
    void Print(FoundFront front);

    /// <summary>Shows a line of text to the user.</summary>
    void Print(string line);
}
