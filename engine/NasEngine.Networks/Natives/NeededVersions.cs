using System.Buffers.Binary;
using System.Text;

namespace NasEngine.Networks.Natives;

/// <summary>The symbol versions that a 64-bit little-endian ELF library needs (System V ABI, Linux extensions: .gnu.version_r).</summary>
internal static class NeededVersions
{
    private const uint SectionKind = 0x6ffffffe;
    private const ushort Weak = 0x2;
    private const int SectionTableOffset = 0x28;
    private const int SectionSizeOffset = 0x3A;

    /// <summary>Marks the need of a version as weak, so that a system without it is no error. Changes the bytes in place.</summary>
    /// <returns>Whether the library needs the version at all; false, too, for what is no whole library of that kind.</returns>
    public static bool Weaken(Span<byte> library, string version)
    {
        if (!library.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return false;
        }

        try
        {
            return WeakenLibrary(library, version);
        }
        catch (Exception problem) when (problem is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return false; // It is cut off: a table lies outside of it.
        }
    }

    private static bool WeakenLibrary(Span<byte> library, string version)
    {
        var table = (int)BinaryPrimitives.ReadUInt64LittleEndian(library[SectionTableOffset..]);
        var size = BinaryPrimitives.ReadUInt16LittleEndian(library[SectionSizeOffset..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(library[(SectionSizeOffset + 2)..]);
        for (var section = 0; section < count; section++)
        {
            var header = library.Slice(table + (section * size), size);
            if (Word(header, 4) == SectionKind)
            {
                var names = library.Slice(table + ((int)Word(header, 40) * size), size);
                return Weaken(library[Offset(header)..], library[Offset(names)..], version);
            }
        }

        return false;
    }

    private static bool Weaken(Span<byte> files, ReadOnlySpan<byte> names, string version)
    {
        var found = false;
        for (var file = files; ; file = file[(int)Word(file, 12)..])
        {
            for (var need = file[(int)Word(file, 8)..]; ; need = need[(int)Word(need, 12)..])
            {
                var name = names[(int)Word(need, 8)..];
                if (Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]) == version)
                {
                    need[4] |= (byte)Weak;
                    found = true;
                }

                if (Word(need, 12) == 0)
                {
                    break;
                }
            }

            if (Word(file, 12) == 0)
            {
                return found;
            }
        }
    }

    private static int Offset(ReadOnlySpan<byte> section) => (int)BinaryPrimitives.ReadUInt64LittleEndian(section[24..]);

    private static uint Word(ReadOnlySpan<byte> at, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(at[offset..]);
}
