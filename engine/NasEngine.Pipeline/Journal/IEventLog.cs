namespace NasEngine.Pipeline.Journal;

/// <summary>Where the events of one running search go.</summary>
public interface IEventLog
{
    /// <summary>Returns when the commit is on disk. One at a time.</summary>
    /// <exception cref="JournalWriteException">It could not be written; nothing of it was, and it may be tried again.</exception>
    /// <exception cref="Contracts.InputException">It could not be written, and trying again would be of no use; the message says why.</exception>
    void Append(Commit commit);
}
