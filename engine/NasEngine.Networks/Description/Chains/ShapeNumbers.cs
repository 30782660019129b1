using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Small numbers for the shapes that occur between segments.</summary>
internal sealed class ShapeNumbers
{
    /// <summary>The most shapes a chain may have.</summary>
    public const int Most = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<FeatureShape, int> _numbers = [];
    private readonly FeatureShape[] _shapes = new FeatureShape[Most];

    public FeatureShape this[int number] => _shapes[number];

    public int NumberOf(FeatureShape shape)
    {
        lock (_lock)
        {
            if (!_numbers.TryGetValue(shape, out var number))
            {
                number = _numbers.Count < Most ? _numbers.Count : throw new InputException(
                    $"The space has more than {Most} different shapes between its layers; give fewer channel choices.");
                _shapes[number] = shape;
                _numbers.Add(shape, number);
            }

            return number;
        }
    }
}
