namespace NasEngine.Networks;

/// <summary>An array of bytes with its shape, as IDX files hold them.</summary>
/// <param name="Dimensions">Sizes, outermost first.</param>
/// <param name="Values">The product of <paramref name="Dimensions"/> bytes, the last dimension running fastest.</param>
internal sealed record IdxArray(int[] Dimensions, byte[] Values)
{
    /// <summary>Entries along the first dimension: images or labels.</summary>
    public int Count => Dimensions[0];
}
