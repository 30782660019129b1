using System.Collections.Concurrent;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Searches of one process write to a journal one after another, each whole commits: SQLite would refuse all but one and let them try
/// again after a sixth of a second.
/// </summary>
internal static class JournalTurn
{
    private static readonly ConcurrentDictionary<string, Lock> Locks = new(StringComparer.Ordinal);

    /// <summary>The lock of a journal, by its path.</summary>
    public static Lock Of(string path) => Locks.GetOrAdd(Path.GetFullPath(path), _ => new Lock());
}
