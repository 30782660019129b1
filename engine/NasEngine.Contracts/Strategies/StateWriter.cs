using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace NasEngine.Contracts;

/// <summary>
/// Writes a strategy's state: a version byte, then numbers in little-endian order. <see cref="StateReader"/> reads them
/// back in the same order, bit for bit.
/// </summary>
public readonly ref struct StateWriter
{
    private readonly IBufferWriter<byte> _destination;

    /// <summary>Starts a state with its version.</summary>
    public StateWriter(IBufferWriter<byte> destination, byte version)
    {
        _destination = destination;
        _destination.Write([version]);
    }

    /// <summary>A flag, one byte.</summary>
    public void Write(bool value) => _destination.Write([value ? (byte)1 : (byte)0]);

    /// <summary>A whole number, four bytes.</summary>
    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_destination.GetSpan(sizeof(int)), value);
        _destination.Advance(sizeof(int));
    }

    /// <summary>A whole number, eight bytes.</summary>
    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_destination.GetSpan(sizeof(long)), value);
        _destination.Advance(sizeof(long));
    }

    /// <summary>A real number, its eight bytes as they are.</summary>
    public void Write(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_destination.GetSpan(sizeof(double)), value);
        _destination.Advance(sizeof(double));
    }

    /// <summary>A list of whole numbers, after its length.</summary>
    public void Write(ReadOnlySpan<int> values)
    {
        Write(values.Length);
        foreach (var value in values)
        {
            Write(value);
        }
    }

    /// <summary>A list of real numbers, after its length.</summary>
    public void Write(ReadOnlySpan<double> values)
    {
        Write(values.Length);
        foreach (var value in values)
        {
            Write(value);
        }
    }

    /// <summary>Bytes, after their length: the state of another strategy, a network.</summary>
    public void WriteBytes(ReadOnlySpan<byte> values)
    {
        Write(values.Length);
        _destination.Write(values);
    }

    /// <summary>A text in UTF-8, after its length in bytes.</summary>
    public void Write(string text) => WriteBytes(Encoding.UTF8.GetBytes(text));
}
