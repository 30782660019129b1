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

    /// <summary>Reads the journal as a crash left it.</summary>
    public void Look(Sandbox sandbox)
    {
        using var journal = SearchJournal.OpenToRead(sandbox.Workspace);
        if (journal?.List() is not [var search, ..])
        {
            return;
        }

        var now = new HashSet<long>();
        foreach (var measured in new EventReader(journal, search).Read().Select(one => one.Event).OfType<Measured>())
        {
            if (!now.Add(measured.Number))
            {
                _twice.Add(measured.Number);
            }
        }

        _lost.UnionWith(_seen.Except(now));
        _seen.UnionWith(now);
    }
}
