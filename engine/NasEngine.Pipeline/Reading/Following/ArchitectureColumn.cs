using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>Architectures by trial, as their values in one block.</summary>
public sealed class ArchitectureColumn
{
    private short[] _values = [];

    /// <summary>Decisions of the space; 0 before the first trial.</summary>
    public int Decisions { get; private set; }

    /// <summary>The values of a trial.</summary>
    public ReadOnlySpan<short> Of(long number) => _values.AsSpan((int)(number * Decisions), Decisions);

    /// <summary>The architecture of a trial.</summary>
    /// <param name="space">Id of its space.</param>
    /// <param name="number">The trial.</param>
    public Architecture Of(string space, long number)
    {
        var values = ImmutableArray.CreateBuilder<int>(Decisions);
        foreach (var value in Of(number))
        {
            values.Add(value);
        }

        return new Architecture(space, values.MoveToImmutable());
    }

    internal void Set(long number, ReadOnlySpan<int> values)
    {
        Decisions = values.Length;
        var end = (int)((number + 1) * Decisions);
        if (end > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(end, _values.Length + _values.Length / 2));
        }

        var place = (int)(number * Decisions);
        foreach (var value in values)
        {
            _values[place++] = (short)value;
        }
    }
}
