using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>Where the events of one running search go.</summary>
public interface IEventLog
{
    /// <summary>Returns when the commit is on disk. One at a time.</summary>
    /// <exception cref="JournalWriteException">It could not be written; nothing of it was, and it may be tried again.</exception>
    /// <exception cref="InputException">It could not be written, and trying again would be of no use; the message says why.</exception>
    void Append(Commit commit);

    /// <summary>
    /// The measured candidates with a number above <paramref name="number"/>, in order, but for those whose attempts were all lost:
    /// what brings a supernet from there to where it stands. May be called while another thread appends.
    /// </summary>
    IEnumerable<(Candidate Candidate, Measurement Measurement)> StepsAfter(long number);
}
