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

    /// <summary>Shows it to the user.</summary>
    public void Print() => Runner?.Print(this);
}
