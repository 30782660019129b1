using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>Values that networks begin with.</summary>
internal static class Parameters
{
    /// <summary>Uniform in ±<paramref name="range"/>.</summary>
    public static double[] Uniform(int count, double range, RandomSource random)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = range * (2 * random.NextDouble() - 1);
        }

        return values;
    }
}
