using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>A workspace without earlier searches.</summary>
public sealed class NoEarlierSearches : IEarlierSearches
{
    private NoEarlierSearches()
    {
    }

    /// <summary>The only one.</summary>
    public static NoEarlierSearches Instance { get; } = new();

    /// <inheritdoc/>
    public ImmutableArray<string> Names => [];

    /// <inheritdoc/>
    public EarlierSearch Read(string name) =>
        throw new InputException($"There is no completed search '{name}' in this workspace to start from.");
}
