using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Mean and standard deviation of each channel, in units of the data: bytes are 0 to 255. Token numbers stay: 0 and 1.</summary>
internal sealed record PixelStatistics(float[] Mean, float[] Deviation)
{
    /// <summary>Those of a number to learn; null where classes are learned.</summary>
    public (float Mean, float Deviation)? Target { get; init; }

    /// <summary>Counts them exactly: of bytes from a histogram per channel, of other numbers from sums in double precision.</summary>
    public static PixelStatistics Of(LabelledImages images)
    {
        var channels = images.Shape.Channels;
        var plane = images.Shape.Height * images.Shape.Width;
        var mean = new float[channels];
        var deviation = new float[channels];
        for (var channel = 0; channel < channels && images.Tokens == 0; channel++)
        {
            (mean[channel], deviation[channel]) = images.Values.IsEmpty
                ? Moments(Histogram(images.Pixels.Span, channel, channels, plane))
                : Moments(images.Values.ToArray().Where((_, place) => place / plane % channels == channel));
        }

        if (images.Tokens > 0)
        {
            (mean, deviation) = ([0], [1]);
        }

        return new PixelStatistics(mean, deviation)
        {
            Target = images.Targets.IsEmpty ? null : Moments(images.Targets.ToArray()),
        };
    }

    private static long[] Histogram(ReadOnlySpan<byte> pixels, int channel, int channels, int plane)
    {
        var counts = new long[256];
        for (var start = channel * plane; start < pixels.Length; start += channels * plane)
        {
            foreach (var pixel in pixels.Slice(start, plane))
            {
                counts[pixel]++;
            }
        }

        return counts;
    }

    private static (float Mean, float Deviation) Moments(IEnumerable<float> numbers)
    {
        double[] values = [.. numbers.Select(number => (double)number)];
        var mean = values.Average();
        var variance = values.Select(value => (value - mean) * (value - mean)).Average();
        return ((float)mean, variance > 0 ? (float)Math.Sqrt(variance) : 1);
    }

    /// <summary>A constant channel gets deviation 1, so that it becomes zeros and not NaN.</summary>
    private static (float Mean, float Deviation) Moments(long[] counts)
    {
        double n = counts.Sum();
        var mean = counts.Select((count, value) => (double)count * value).Sum() / n;
        var variance = counts.Select((count, value) => count * (value - mean) * (value - mean)).Sum() / n;
        return ((float)mean, variance > 0 ? (float)Math.Sqrt(variance) : 1);
    }
}
