using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>
/// The architectures that a search found and that no other one it measured beats: none is at least as good by every axis
/// and better by one. Trials are measured; a supernet's paths are not, so its front is that of its finalists.
/// </summary>
/// <param name="Search">The search's name.</param>
/// <param name="Axes">What is traded off; a front has two axes at least, or no points.</param>
/// <param name="Points">Each architecture once, the best by the first axis first.</param>
public sealed record FoundFront(string Search, ImmutableArray<ObjectiveAxis> Axes, ImmutableArray<FoundArchitecture> Points)
{
    internal ISearchRunner? Runner { get; init; }

    /// <summary>Shows it to the user.</summary>
    /// <example><code>result.ParetoFront.Print();</code></example>
    public void Print() => Runner?.Print(this);
}
