using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Pipeline.Retraining;

/// <summary>An architecture of a search that was trained again.</summary>
/// <param name="Name">What was asked.</param>
/// <param name="Finalist">The architecture, and what was measured of it.</param>
public sealed record Retrained(RetrainName Name, Finalist Finalist)
{
    /// <summary>The architecture.</summary>
    public Architecture Architecture => Finalist.Architecture;

    /// <summary>What was measured of it, the latency among it.</summary>
    public IReadOnlyDictionary<string, double> Metrics => Finalist.WithLatency()!.Metrics;

    /// <summary>What a search had trained again, as far as it is done, in the order in which it was asked.</summary>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public static IReadOnlyList<Retrained> All(SearchJournal journal, string search) =>
    [
        .. journal.List()
            .Where(header => header.State == "completed" && RetrainName.Parse(header.Spec.Name)?.Search == search)
            .Select(header => Of(RetrainName.Parse(header.Spec.Name)!, Read(journal, header).Finalists))
            .OfType<Retrained>(),
    ];

    /// <summary>What a search found that trained one again; null where it is not at its end.</summary>
    public static Retrained? Of(RetrainName name, IEnumerable<Finalist> found) => found
        .Where(finalist => finalist.Measurement is { Failure: null })
        .Select(finalist => new Retrained(name, finalist))
        .FirstOrDefault();

    private static SearchHistory Read(SearchJournal journal, SearchHeader header) =>
        HistoryEnd.Read(journal, header, trials: 0) ?? SearchHistory.Read(journal, header);
}
