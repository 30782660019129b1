using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Mean and standard deviation of the pixels of each channel, in units of bytes (0 to 255).</summary>
internal sealed record PixelStatistics(float[] Mean, float[] Deviation)
{
    /// <summary>Counts them exactly, from a histogram per channel.</summary>
    public static PixelStatistics Of(LabelledImages images)
    {
        var channels = images.Shape.Channels;
        var plane = images.Shape.Height * images.Shape.Width;
        var mean = new float[channels];
        var deviation = new float[channels];
        for (var channel = 0; channel < channels; channel++)
        {
            (mean[channel], deviation[channel]) = Moments(Histogram(images.Pixels.Span, channel, channels, plane));
        }

        return new PixelStatistics(mean, deviation);
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

    /// <summary>A constant channel gets deviation 1, so that it becomes zeros and not NaN.</summary>
    private static (float Mean, float Deviation) Moments(long[] counts)
    {
        double n = counts.Sum();
        var mean = counts.Select((count, value) => (double)count * value).Sum() / n;
        var variance = counts.Select((count, value) => count * (value - mean) * (value - mean)).Sum() / n;
        return ((float)mean, variance > 0 ? (float)Math.Sqrt(variance) : 1);
    }
}
