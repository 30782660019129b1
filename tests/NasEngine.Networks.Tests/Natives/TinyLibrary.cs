using System.Buffers.Binary;
using System.Text;

namespace NasEngine.Networks.Tests.Natives;

/// <summary>A 64-bit ELF file of nothing but the versions that it needs, of two libraries (System V ABI; Linux extensions).</summary>
internal static class TinyLibrary
{
    private const int HeaderSize = 64;
    private const int SectionSize = 64;
    private const int RecordSize = 16;
    private const uint VersionNeeds = 0x6ffffffe;

    /// <summary>The file; <paramref name="weak"/> is the flag of the versions in it that it already has marked.</summary>
    public static byte[] Needing(string[] ofTheFirst, string[] ofTheSecond, params string[] weak)
    {
        var names = new MemoryStream();
        names.WriteByte(0);
        byte[] needs = [.. Needs("libfirst.so", ofTheFirst, weak, names, isLast: false), .. Needs("libsecond.so", ofTheSecond, weak, names, isLast: true)];
        var sections = HeaderSize + needs.Length + (int)names.Length;
        var file = new byte[sections + (3 * SectionSize)];
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(file);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(0x28), sections);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(0x3A), SectionSize);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(0x3C), 3);
        needs.CopyTo(file, HeaderSize);
        names.ToArray().CopyTo(file, HeaderSize + needs.Length);
        Section(file.AsSpan(sections + SectionSize), VersionNeeds, HeaderSize, link: 2);
        Section(file.AsSpan(sections + (2 * SectionSize)), kind: 3, HeaderSize + needs.Length, link: 0);
        return file;
    }

    private static byte[] Needs(string library, string[] versions, string[] weak, MemoryStream names, bool isLast)
    {
        var records = new byte[RecordSize * (1 + versions.Length)];
        BinaryPrimitives.WriteInt16LittleEndian(records, 1);
        BinaryPrimitives.WriteInt16LittleEndian(records.AsSpan(2), (short)versions.Length);
        BinaryPrimitives.WriteInt32LittleEndian(records.AsSpan(4), Name(names, library));
        BinaryPrimitives.WriteInt32LittleEndian(records.AsSpan(8), RecordSize);
        BinaryPrimitives.WriteInt32LittleEndian(records.AsSpan(12), isLast ? 0 : records.Length);
        for (var i = 0; i < versions.Length; i++)
        {
            var record = records.AsSpan(RecordSize * (1 + i));
            BinaryPrimitives.WriteInt16LittleEndian(record[4..], (short)(weak.Contains(versions[i]) ? 2 : 0));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], Name(names, versions[i]));
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], i == versions.Length - 1 ? 0 : RecordSize);
        }

        return records;
    }

    private static int Name(MemoryStream names, string name)
    {
        var at = (int)names.Position;
        names.Write(Encoding.ASCII.GetBytes(name + "\0"));
        return at;
    }

    private static void Section(Span<byte> header, uint kind, long offset, int link)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], kind);
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], offset);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], link);
    }
}
