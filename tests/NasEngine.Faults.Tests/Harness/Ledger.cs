using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Faults;

/// <summary>Remembers which trials a journal had results of, and sees whether any is lost or comes twice.</summary>
internal sealed class Ledger
{
    private readonly HashSet<long> _seen = [];
    private readonly HashSet<long> _lost = [];
    private readonly HashSet<long> _twice = [];

    public int Lost => _lost.Count;

    public int Duplicated => _twice.Count;

    /// <summary>How many results a journal has by now.</summary>
    public static int Results(Sandbox sandbox) => Measured(sandbox).Count;

    /// <summary>Whether a journal has the results of all that was proposed by now.</summary>
    public static bool HasAllProposed(Sandbox sandbox)
    {
        var events = Events(sandbox);
        return events.OfType<Proposed>().Count() == events.OfType<Measured>().Count();
    }

    /// <summary>Reads the journal as a crash left it.</summary>
    public void Look(Sandbox sandbox)
    {
        var now = new HashSet<long>();
        foreach (var number in Measured(sandbox))
        {
            if (!now.Add(number))
            {
                _twice.Add(number);
            }
        }

        _lost.UnionWith(_seen.Except(now));
        _seen.UnionWith(now);
    }

    private static IReadOnlyList<long> Measured(Sandbox sandbox) =>
        [.. Events(sandbox).OfType<Measured>().Select(measured => measured.Number)];

    /// <summary>What a journal says by now.</summary>
    public static IReadOnlyList<SearchEvent> Events(Sandbox sandbox) => [.. Read(sandbox).Select(one => one.Event)];

    /// <summary>The same, with the times of it.</summary>
    public static IReadOnlyList<JournaledEvent> Read(Sandbox sandbox)
    {
        using var journal = SearchJournal.OpenToRead(sandbox.Workspace);
        return journal?.List() is [var search, ..] ? [.. new EventReader(journal, search).Read()] : [];
    }
}
