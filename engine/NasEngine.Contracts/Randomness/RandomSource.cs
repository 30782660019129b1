namespace NasEngine.Contracts;

/// <summary>
/// A stream of random numbers derived from (seed, trial, purpose), so that what a trial draws never depends on what ran
/// before it, on how many workers there were, or on a restart. The generator is xoshiro256** (Blackman and Vigna, 2018),
/// seeded by SplitMix64; the same inputs give the same numbers on every machine.
/// </summary>
public sealed class RandomSource
{
    private ulong _a, _b, _c, _d;

    private RandomSource(ulong seed)
    {
        _a = Mix(ref seed);
        _b = Mix(ref seed);
        _c = Mix(ref seed);
        _d = Mix(ref seed);
    }

    /// <summary>The stream of one purpose in one trial of one search.</summary>
    public static RandomSource For(ulong seed, long trial, string purpose) => new(Key(seed, trial, purpose));

    /// <summary>A 64-bit seed for generators that are not ours (libtorch's), derived in the same way.</summary>
    public static ulong Key(ulong seed, long trial, string purpose)
    {
        var key = seed;
        var hash = Mix(ref key) ^ unchecked((ulong)trial * 0xD1342543DE82EF95UL);
        foreach (var letter in purpose)
        {
            hash = (hash ^ letter) * 0x100000001B3UL;
        }

        return Mix(ref hash);
    }

    /// <summary>Uniform over all 64-bit values.</summary>
    public ulong NextUInt64()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="count"/>), without bias (Lemire, 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var bound = (ulong)count;
        var high = Math.BigMul(NextUInt64(), bound, out ulong low);
        if (low < bound)
        {
            var threshold = (0 - bound) % bound;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), bound, out low);
            }
        }

        return (int)high;
    }

    /// <summary>Standard normal (Box–Muller).</summary>
    public double NextGaussian() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>An index drawn with the given probabilities, which sum to one within rounding.</summary>
    public int NextCategorical(ReadOnlySpan<double> probabilities)
    {
        var left = NextDouble();
        var last = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] <= 0)
            {
                continue;
            }

            last = i;
            left -= probabilities[i];
            if (left < 0)
            {
                return i;
            }
        }

        return last;
    }

    /// <summary>Shuffles in place, every order equally likely (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
