namespace NasEngine.Networks;

/// <summary>
/// How many steps trained the shared weights: the number of the next training batch, and the place in the learning-rate schedule. A
/// step that only measures does not count. It belongs to the supernet and its checkpoint.
/// </summary>
internal sealed class TrainedSteps
{
    private const long Unknown = -1;

    private long _count;

    /// <summary>
    /// The number of a step that trains, which counts from here on. Where a checkpoint of an earlier program left open how many
    /// trained, it is the candidate's number, as it was then.
    /// </summary>
    public long Next(long candidate)
    {
        var number = _count == Unknown ? candidate : _count;
        _count = number + 1;
        return number;
    }

    /// <summary>The number that the next step that trains will have.</summary>
    public long Peek(long candidate) => _count == Unknown ? candidate : _count;

    /// <summary>Writes the count.</summary>
    public void Save(BinaryWriter state) => state.Write(_count);

    /// <summary>Takes the count that <see cref="Save"/> wrote; nothing from a checkpoint that has none.</summary>
    public void Restore(BinaryReader? state) => _count = state?.ReadInt64() ?? Unknown;
}
