namespace NasEngine.Datasets;

/// <summary>An array of NumPy.</summary>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Bytes">The values where they are bytes; empty otherwise.</param>
/// <param name="Numbers">The values where they are anything else; empty otherwise.</param>
internal sealed record NpyArray(int[] Shape, byte[] Bytes, double[] Numbers)
{
    /// <summary>Entries along the first dimension.</summary>
    public int Count => Shape.Length > 0 ? Shape[0] : 0;

    /// <summary>The values as whole numbers; null where one is none.</summary>
    public int[]? Whole() => Bytes.Length > 0 ? [.. Bytes.Select(value => (int)value)]
        : Numbers.All(
            number => number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue) ? [.. Numbers.Select(number => (int)number)]
        : null;

    /// <summary>Entries from one on.</summary>
    public NpyArray Rows(int start, int count)
    {
        var size = Math.Max(Bytes.Length, Numbers.Length) / Count;
        return new NpyArray(
            [count, .. Shape[1..]],
            Bytes.Length > 0 ? Bytes.AsSpan(start * size, count * size).ToArray() : [],
            Numbers.Length > 0 ? Numbers.AsSpan(start * size, count * size).ToArray() : []);
    }
}
