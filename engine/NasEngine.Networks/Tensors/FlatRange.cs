namespace NasEngine.Networks;

/// <summary>A range of elements of a flat tensor.</summary>
public readonly record struct FlatRange(long Start, long Length)
{
    /// <summary>The element after the last.</summary>
    public long End => Start + Length;
}
