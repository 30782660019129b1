namespace NasEngine.Pipeline.Reading.Following;

/// <summary>Numbers by candidate, NaN where there is none; grows as they are set.</summary>
public sealed class Column
{
    private const int FirstLength = 256;

    private double[] _values = [];

    /// <summary>Candidates that it has room for.</summary>
    public int Length => _values.Length;

    /// <summary>The number of a candidate.</summary>
    public double this[long number]
    {
        get => number < _values.Length ? _values[number] : double.NaN;
        internal set
        {
            if (number >= _values.Length)
            {
                var before = _values.Length;
                Array.Resize(ref _values, (int)Math.Max(Math.Max(FirstLength, number + 1), 2L * before));
                Array.Fill(_values, double.NaN, before, _values.Length - before);
            }

            _values[number] = value;
        }
    }

    /// <summary>Forgets the numbers of candidates from one on.</summary>
    internal void Forget(long from)
    {
        if (from < _values.Length)
        {
            Array.Fill(_values, double.NaN, (int)from, _values.Length - (int)from);
        }
    }
}
