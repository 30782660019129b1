using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>What a completed search found.</summary>
public sealed record SearchResult
{
    /// <summary>The search's name.</summary>
    public required string Name { get; init; }

    /// <summary>The best architectures, best first; empty when no candidate could be measured.</summary>
    public required ImmutableArray<FoundArchitecture> Found { get; init; }

    /// <summary>What nothing else found beats, by the objective's metric and costs and the axes it is set against.</summary>
    public FoundFront ParetoFront { get; init; } = new("", [], []);

    /// <summary>Architectures trained or sampled in all; a supernet step has several.</summary>
    public required long Samples { get; init; }

    /// <summary>Trials or supernet steps.</summary>
    public required long Steps { get; init; }

    /// <summary>The folder with <c>result.json</c>, weights, pictures and the report.</summary>
    public required string Folder { get; init; }

    /// <summary>The first of <see cref="Found"/>.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public FoundArchitecture Best => Found.IsDefaultOrEmpty
        ? throw new InputException($"Search '{Name}' found no architecture; look at 'Found' before 'Best'.")
        : Found[0];

    internal ISearchRunner? Runner { get; init; }

    internal RecipeGlobals? Recipe { get; init; }

    /// <summary>Shows it to the user.</summary>
    /// <example><code>result.Print();</code></example>
    public void Print() => Runner?.Print(this);

    /// <summary>
    /// Trains random architectures as the winner was trained and says at which percentile of them it stands. Durable as a search
    /// is: run again, it goes on or returns what it found.
    /// </summary>
    /// <param name="against">How many, at least 2.</param>
    /// <param name="seed">Another number draws other architectures.</param>
    /// <param name="band">Shares of the limit, or of the winner's cost where there is none, that their costs lie between.</param>
    /// <param name="around">What the band is around; null for the limit where the objective has one.</param>
    /// <exception cref="InputException">The search has no finals, or a number is out of range.</exception>
    /// <example><code>(await result.WorthAsync(against: 20)).Print();</code></example>
    public Task<SearchWorth> WorthAsync(
        int against = WorthRequest.Default, long? seed = null, (double Low, double High)? band = null, BandAround? around = null)
    {
        var recipe = Recipe ?? throw new InputException($"The result of search '{Name}' is of no recipe that runs.");
        var request = new WorthRequest(against)
        {
            Seed = seed,
            Band = band is { } ends ? new BandShares(ends.Low, ends.High) : null,
            Around = around,
        };
        return recipe.Begin(Name, request, () => recipe.Watched(async runner =>
            await runner.WorthAsync(Name, request, recipe.Cancellation) with { Runner = runner }));
    }
}
