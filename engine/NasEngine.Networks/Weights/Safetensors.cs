using System.Buffers.Binary;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Tensors by name in the safetensors format (Hugging Face): eight bytes of header length, little-endian; a JSON header
/// with type, shape and place of each tensor; the data, row-major and little-endian. Types F64, F32, F16, BF16, I64, I32, I16,
/// I8, U8 and BOOL.
/// </summary>
public static class Safetensors
{
    private const long LongestHeader = 100_000_000;

    /// <summary>Writes tensors in the order given.</summary>
    public static void Write(Stream destination, IReadOnlyCollection<KeyValuePair<string, torch.Tensor>> tensors)
    {
        var entries = new List<SafetensorsHeader.Entry>(tensors.Count);
        long end = 0;
        foreach (var (name, tensor) in tensors)
        {
            entries.Add(new SafetensorsHeader.Entry(name, tensor.dtype, tensor.shape, end, end += tensor.numel() * tensor.element_size()));
        }

        var header = new SafetensorsHeader(entries).ToJson();
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        destination.Write(length);
        destination.Write(header);
        foreach (var (_, tensor) in tensors)
        {
            using var scope = torch.NewDisposeScope();
            using var withoutGradients = torch.no_grad();
            destination.Write(tensor.detach().cpu().contiguous().bytes);
        }
    }

    /// <summary>Reads what <see cref="Write"/> or another program wrote; the tensors are the caller's to dispose.</summary>
    /// <param name="source">A stream that ends with the data.</param>
    /// <param name="name">What the source is called in messages, e.g. its path.</param>
    /// <exception cref="InputException">It is no safetensors file, or is truncated.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> Read(Stream source, string name)
    {
        var tensors = new SortedDictionary<string, torch.Tensor>(StringComparer.Ordinal);
        try
        {
            var (header, dataStart) = ReadHeader(source);
            CheckPlaces(source, header, dataStart);
            foreach (var entry in header.Entries)
            {
                tensors.Add(entry.Name, ReadTensor(source, entry, dataStart));
            }

            return tensors;
        }
        catch (Exception failure) when (failure is FormatException or EndOfStreamException)
        {
            foreach (var tensor in tensors.Values)
            {
                tensor.Dispose();
            }

            var what = failure is EndOfStreamException ? "it is truncated" : failure.Message;
            throw new InputException($"'{name}' is not a whole safetensors file: {what}.", failure);
        }
    }

    private static (SafetensorsHeader Header, long DataStart) ReadHeader(Stream source)
    {
        var length = new byte[8];
        source.ReadExactly(length);
        var size = BinaryPrimitives.ReadInt64LittleEndian(length);
        if (size is < 2 or > LongestHeader)
        {
            throw new FormatException($"its header would have {size} bytes");
        }

        var header = new byte[size];
        source.ReadExactly(header);
        return (new SafetensorsHeaderReader(header, length.Length).Read(), length.Length + size);
    }

    /// <summary>
    /// Each tensor starts where the one before ends. Where the length of the source is known, a truncated one is refused
    /// before memory is taken for its tensors.
    /// </summary>
    private static void CheckPlaces(Stream source, SafetensorsHeader header, long dataStart)
    {
        long place = 0;
        var left = source.CanSeek ? source.Length - source.Position : long.MaxValue;
        foreach (var entry in header.Entries)
        {
            if (entry.Start != place)
            {
                throw new FormatException($"tensor '{entry.Name}' starts at byte {dataStart + entry.Start} and not at {dataStart + place}");
            }

            if (entry.End > left)
            {
                throw Truncated(entry, dataStart, dataStart + left);
            }

            place = entry.End;
        }
    }

    private static FormatException Truncated(SafetensorsHeader.Entry entry, long dataStart, long at) =>
        new($"it is truncated at byte {at}, in tensor '{entry.Name}', which ends at byte {dataStart + entry.End}");

    private static torch.Tensor ReadTensor(Stream source, SafetensorsHeader.Entry entry, long dataStart)
    {
        using var scope = torch.NewDisposeScope();
        var tensor = torch.empty(entry.Shape, entry.Type, torch.CPU);
        var read = source.ReadAtLeast(tensor.bytes, tensor.bytes.Length, throwOnEndOfStream: false);
        return read == tensor.bytes.Length
            ? scope.Detach(tensor)
            : throw Truncated(entry, dataStart, dataStart + entry.Start + read);
    }
}
