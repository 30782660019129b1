using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NasEngine.Datasets;

/// <summary>
/// Reads arrays in NumPy's format, versions 1 to 3: a magic number, the length of a header, the header as a Python dictionary, the
/// values (numpy.lib.format). Bytes, booleans, whole numbers and numbers of any size and order of bytes, by rows.
/// </summary>
internal static partial class NpyReader
{
    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

    /// <summary>Reads an array.</summary>
    /// <exception cref="InvalidDataException">It is none, or of another kind; the message is the reason.</exception>
    public static NpyArray Read(byte[] file)
    {
        if (file.Length < 12 || !file.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new InvalidDataException("is no array of NumPy");
        }

        var wide = file[6] > 1;
        var start = wide ? 12 : 10;
        var length = wide
            ? BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(8))
            : BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        if (start + length > file.Length)
        {
            throw new InvalidDataException("is cut short");
        }

        var header = Encoding.UTF8.GetString(file, start, (int)length);
        var (kind, shape) = (Kind().Match(header), Shape().Match(header));
        if (!kind.Success || !shape.Success)
        {
            throw new InvalidDataException($"has the header {header.Trim()}, which says no type of numbers or no shape");
        }

        if (header.Contains("'fortran_order': True", StringComparison.Ordinal))
        {
            throw new InvalidDataException("is stored by columns (fortran_order); save it by rows, with numpy.ascontiguousarray");
        }

        int[] sizes = [.. shape.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(size => Whole(size, header))];
        return Values(
            file.AsSpan(start + (int)length), sizes, kind.Groups[1].Value == ">", kind.Groups[2].Value,
            Whole(kind.Groups[3].Value, header));
    }

    private static int Whole(string digits, string header) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : throw new InvalidDataException(
            $"has the header {header.Trim()}, whose {digits} no array has");

    private static NpyArray Values(ReadOnlySpan<byte> data, int[] shape, bool bigEndian, string kind, int size)
    {
        var count = shape.Aggregate((Int128)1, (product, length) => Int128.Min(product * length, int.MaxValue));
        if (count * size != data.Length)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"has {data.Length} bytes for {string.Join(" × ", shape)} values of {size}"));
        }

        if (size == 1 && kind is "u" or "b")
        {
            return new NpyArray(shape, data.ToArray(), []);
        }

        if (size is not (1 or 2 or 4 or 8))
        {
            throw new InvalidDataException($"has values of type {kind}{size}; bytes, whole numbers and numbers are read");
        }

        var numbers = new double[(int)count];
        Span<byte> value = stackalloc byte[size];
        for (var i = 0; i < numbers.Length; i++)
        {
            data.Slice(i * size, size).CopyTo(value);
            if (bigEndian)
            {
                value.Reverse();
            }

            numbers[i] = Number(value, kind);
        }

        return new NpyArray(shape, [], numbers);
    }

    private static double Number(ReadOnlySpan<byte> value, string kind) => (kind, value.Length) switch
    {
        ("f", 2) => (double)BinaryPrimitives.ReadHalfLittleEndian(value),
        ("f", 4) => BinaryPrimitives.ReadSingleLittleEndian(value),
        ("f", 8) => BinaryPrimitives.ReadDoubleLittleEndian(value),
        ("i", 1) => (sbyte)value[0],
        ("i", 2) => BinaryPrimitives.ReadInt16LittleEndian(value),
        ("i", 4) => BinaryPrimitives.ReadInt32LittleEndian(value),
        ("i", 8) => BinaryPrimitives.ReadInt64LittleEndian(value),
        ("u", 2) => BinaryPrimitives.ReadUInt16LittleEndian(value),
        ("u", 4) => BinaryPrimitives.ReadUInt32LittleEndian(value),
        ("u", 8) => BinaryPrimitives.ReadUInt64LittleEndian(value),
        _ => throw new InvalidDataException($"has values of type {kind}{value.Length}; bytes, whole numbers and numbers are read"),
    };

    [GeneratedRegex(@"'descr':\s*'([<>|=])([fiub])(\d+)'")]
    private static partial Regex Kind();

    [GeneratedRegex(@"'shape':\s*\(([\d,\s]*)\)")]
    private static partial Regex Shape();
}
