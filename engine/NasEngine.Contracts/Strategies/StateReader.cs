using System.Buffers.Binary;
using System.Text;

namespace NasEngine.Contracts;

/// <summary>Reads what <see cref="StateWriter"/> wrote, in the same order.</summary>
public ref struct StateReader
{
    private readonly string _owner;
    private ReadOnlySpan<byte> _left;

    /// <summary>Reads the version and refuses one that the caller does not know.</summary>
    /// <param name="owner">Whose state it is, for messages: <c>strategy 'fp-nas'</c>.</param>
    /// <param name="state">All of it.</param>
    /// <param name="newest">The newest version that the caller reads; versions count from 1.</param>
    /// <exception cref="InputException">Empty, or of another version.</exception>
    public StateReader(string owner, ReadOnlySpan<byte> state, byte newest)
    {
        _owner = owner;
        _left = state;
        Version = Take(1)[0];
        if (Version < 1 || Version > newest)
        {
            throw new InputException(
                $"The saved state of {owner} has version {Version}; this plugin reads versions 1 to {newest}: use the plugin that wrote "
                + $"it, or a newer one.");
        }
    }

    /// <summary>Version of the layout, from 1.</summary>
    public byte Version { get; }

    /// <summary>A flag.</summary>
    public bool Flag() => Take(1)[0] != 0;

    /// <summary>A whole number of four bytes.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>A whole number of eight bytes.</summary>
    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>A real number.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>A list of whole numbers.</summary>
    public int[] Int32s()
    {
        var values = new int[Length(sizeof(int))];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Int32();
        }

        return values;
    }

    /// <summary>A list of real numbers; <paramref name="length"/> is how many there must be, or null for any.</summary>
    public double[] Doubles(int? length = null)
    {
        var values = new double[Length(sizeof(double))];
        if (length is { } expected && values.Length != expected)
        {
            throw new InputException(
                $"The saved state of {_owner} has a list of {values.Length} numbers where the search space needs {expected}; resume with "
                + $"the space it was saved with.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Double();
        }

        return values;
    }

    /// <summary>Bytes.</summary>
    public byte[] Bytes() => Take(Length(sizeof(byte))).ToArray();

    /// <summary>A text.</summary>
    public string Text() => Encoding.UTF8.GetString(Take(Length(sizeof(byte))));

    /// <summary>Call last: nothing may be left.</summary>
    /// <exception cref="InputException">There is more.</exception>
    public readonly void Done()
    {
        if (!_left.IsEmpty)
        {
            throw new InputException(
                $"The saved state of {_owner} is {_left.Length} bytes too long; it was written by another plugin, or by a version of it "
                + $"that writes more.");
        }
    }

    private int Length(int size)
    {
        var length = Int32();
        return length >= 0 && length <= _left.Length / size ? length : throw Short();
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (_left.Length < bytes)
        {
            throw Short();
        }

        var taken = _left[..bytes];
        _left = _left[bytes..];
        return taken;
    }

    private readonly InputException Short() =>
        new($"The saved state of {_owner} ends too early; it was cut short or not written by this plugin.");
}
