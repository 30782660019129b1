using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Tensors as bytes, bit for bit: type, shape, and elements in row-major order.</summary>
internal static class TensorBytes
{
    /// <summary>Writes a tensor, wherever it lies.</summary>
    public static void Write(BinaryWriter to, torch.Tensor tensor)
    {
        to.Write((byte)tensor.dtype);
        to.Write((byte)tensor.shape.Length);
        foreach (var size in tensor.shape)
        {
            to.Write7BitEncodedInt64(size);
        }

        WriteElements(to, tensor);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; it belongs to the caller's dispose scope.</summary>
    public static torch.Tensor Read(BinaryReader from, torch.Device device)
    {
        var type = (torch.ScalarType)from.ReadByte();
        var shape = new long[from.ReadByte()];
        for (var dimension = 0; dimension < shape.Length; dimension++)
        {
            shape[dimension] = from.Read7BitEncodedInt64();
        }

        return ReadElements(from, shape, type, device);
    }

    /// <summary>Writes the elements alone.</summary>
    public static void WriteElements(BinaryWriter to, torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        to.Write(tensor.cpu().contiguous().bytes);
    }

    /// <summary>Reads elements of a known shape.</summary>
    public static torch.Tensor ReadElements(BinaryReader from, long[] shape, torch.ScalarType type, torch.Device device)
    {
        using var host = torch.empty(shape, type, torch.CPU);
        from.BaseStream.ReadExactly(host.bytes);
        return host.to(device, copy: true);
    }
}
