namespace NasEngine.Pipeline.Reading.Following;

/// <summary>One of few values by candidate, each value held once; null where there is none.</summary>
internal sealed class Names<T>
    where T : class
{
    private readonly List<T> _names = [];
    private readonly List<long> _counts = [];
    private readonly Dictionary<T, int> _places = [];
    private int[] _of = [];
    private int _last;

    /// <summary>The value of a candidate.</summary>
    public T? this[long number] => number < _of.Length && _of[number] is > 0 and var place ? _names[place - 1] : null;

    /// <summary>Values with how many candidates have them, the most frequent first.</summary>
    public IReadOnlyList<(T Name, long Count)> Counted =>
        [.. _names.Zip(_counts).Where(pair => pair.Second > 0).OrderByDescending(pair => pair.Second)];

    public void Set(long number, T name)
    {
        Forget(number);
        if (number >= _of.Length)
        {
            Array.Resize(ref _of, (int)Math.Max(Math.Max(256, number + 1), _of.Length + _of.Length / 2));
        }

        var place = _last;
        if ((place == 0 || !ReferenceEquals(name, _names[place - 1])) && !_places.TryGetValue(name, out place))
        {
            _names.Add(name);
            _counts.Add(0);
            _places[name] = place = _names.Count;
        }

        (_of[number], _last) = (place, place);
        _counts[place - 1]++;
    }

    public void Forget(long number)
    {
        if (number < _of.Length && _of[number] is > 0 and var place)
        {
            _counts[place - 1]--;
            _of[number] = 0;
        }
    }
}
