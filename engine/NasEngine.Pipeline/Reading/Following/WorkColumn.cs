using NasEngine.Search;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>Which worker had a candidate and for how long, by candidate, in six bytes each.</summary>
internal sealed class WorkColumn
{
    private const int FirstLength = 256;

    private short[] _workers = [];
    private float[] _seconds = [];

    /// <summary>That of a candidate.</summary>
    public WorkedBy this[long number]
    {
        get => number < _workers.Length ? new WorkedBy(_workers[number], _seconds[number]) : default;
        set
        {
            if (number >= _workers.Length)
            {
                if (!value.IsKnown)
                {
                    return;
                }

                var length = (int)Math.Max(Math.Max(FirstLength, number + 1), _workers.Length + _workers.Length / 2L);
                Array.Resize(ref _workers, length);
                Array.Resize(ref _seconds, length);
            }

            (_workers[number], _seconds[number]) = ((short)value.Worker, (float)value.Seconds);
        }
    }
}
