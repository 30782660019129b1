using System.Runtime.CompilerServices;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>Numbers by name of an event's bytes, read into a list that is used again and again.</summary>
internal sealed class PayloadReader
{
    private readonly List<(byte[] Bytes, string Name)> _names = [];

    /// <summary>The numbers of the last <see cref="Numbers"/>.</summary>
    public Dictionary<string, double> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads numbers by name into <see cref="Named"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Numbers(ref PackedSpan reader)
    {
        Named.Clear();
        var count = reader.Map();
        for (var place = 0; place < count; place++)
        {
            Named[Name(ref reader, place)] = reader.Number();
        }
    }

    /// <summary>The name is nearly always the one that was at its place before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string Name(ref PackedSpan reader, int place)
    {
        var bytes = reader.Text();
        if (place < _names.Count && bytes.SequenceEqual(_names[place].Bytes))
        {
            return _names[place].Name;
        }

        foreach (var (known, name) in _names)
        {
            if (bytes.SequenceEqual(known))
            {
                return name;
            }
        }

        var added = System.Text.Encoding.UTF8.GetString(bytes);
        _names.Insert(Math.Min(place, _names.Count), (bytes.ToArray(), added));
        return added;
    }
}
