using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>Completed searches of a workspace, for strategies that start from what others found.</summary>
public interface IEarlierSearches
{
    /// <summary>Their names, in order.</summary>
    ImmutableArray<string> Names { get; }

    /// <summary>A search by name.</summary>
    /// <exception cref="InputException">There is none of this name, or it is not completed, so that what it says could change.</exception>
    EarlierSearch Read(string name);
}
