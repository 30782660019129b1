namespace NasEngine.Contracts;

/// <summary>
/// Keeps trainings as they are in their middle, one per candidate, so that one that was killed goes on from there. What is kept is whole:
/// it is written aside, flushed to disk, and renamed.
/// </summary>
public interface IHalfwayTrainings
{
    /// <summary>What was written last of a candidate; null where there is nothing.</summary>
    Stream? Open(long candidate);

    /// <summary>Writes the training of a candidate. Where the disk refuses it, what was there stays.</summary>
    void Write(long candidate, Action<Stream> write);

    /// <summary>Forgets the training of a candidate: it has ended.</summary>
    void Drop(long candidate);
}
