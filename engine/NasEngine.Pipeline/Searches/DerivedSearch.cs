using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Slicing;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// A search that the program made of another one, which its name says: the random architectures that it is weighed against, one of its
/// architectures trained again, or slices of its supernet under other limits. It goes with the other one, under whatever name and away.
/// </summary>
/// <param name="Header">It.</param>
/// <param name="Of">Name of the search that it is made of, or that its own origin is made of.</param>
public sealed record DerivedSearch(SearchHeader Header, string Of)
{
    /// <summary>The name of the search that one of this name is made of; null where it is made of none.</summary>
    public static string? OriginOf(string name) =>
        WorthName.Parse(name)?.Search ?? RetrainName.Parse(name)?.Search ?? SliceName.SearchIn(name);

    /// <summary>Those of a search, and those that are made of these, in the order of the journal.</summary>
    public static IEnumerable<DerivedSearch> All(SearchJournal journal, string search) => journal.List()
        .Where(header => IsMadeOf(header.Spec.Name, search))
        .Select(header => new DerivedSearch(header, search));

    /// <summary>Its name when the search that it is made of has another one.</summary>
    public string Under(string search) => search + Header.Spec.Name[Of.Length..];

    private static bool IsMadeOf(string name, string search) =>
        OriginOf(name) is { } origin && (origin == search || IsMadeOf(origin, search));
}
