namespace NasEngine.Contracts;

/// <summary>
/// What cost models measured on this machine, kept in the workspace. A figure that is there stays as it is, so that a search that goes on
/// finds those that it went by. Safe from several threads.
/// </summary>
public interface IMeasuredCosts
{
    /// <summary>Whether a model of the search waits for the machine, or measures on it.</summary>
    bool IsBusy { get; }

    /// <summary>What a device's name stands for here: <c>AMD EPYC 7B13</c> for <c>cpu</c>.</summary>
    string Machine(string device);

    /// <summary>What is kept under a name.</summary>
    /// <param name="name">Says what was measured, and where.</param>
    /// <param name="first">What there is to begin with.</param>
    ReadOnlyMemory<byte> Open(string name, byte[] first);

    /// <summary>
    /// Waits until nothing else of this program runs on the machine, and lets nothing begin while something is measured. What comes of it
    /// is on the disk before this returns, where the search has begun.
    /// </summary>
    /// <param name="name">A name that was opened.</param>
    /// <param name="measure">Is told what is kept, says what is to be kept in its place; null where nothing was missing.</param>
    /// <exception cref="InputException">It cannot be kept.</exception>
    void Extend(string name, Func<ReadOnlyMemory<byte>, byte[]?> measure);

    /// <summary>Tells the user.</summary>
    void Say(string sentence);
}
