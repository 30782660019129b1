namespace NasEngine.Export;

/// <summary>Weights of a layer rounded to even steps of each output channel's, around 0: to 255 of them, unless fewer are wanted.</summary>
/// <param name="Values">Steps, −127 to 127, channel by channel.</param>
/// <param name="Scales">A step of each channel.</param>
internal sealed record WholeWeights(sbyte[] Values, float[] Scales)
{
    private const int MostLevels = 127;
    private const float Least = 1e-8f;

    /// <summary>Rounds weights.</summary>
    /// <param name="weights">Channel by channel.</param>
    /// <param name="channels">Output channels.</param>
    /// <param name="levels">Steps on each side of 0.</param>
    public static WholeWeights Of(ReadOnlySpan<float> weights, int channels, int levels = MostLevels)
    {
        var size = weights.Length / channels;
        var (scales, whole) = (new float[channels], new sbyte[weights.Length]);
        for (var channel = 0; channel < channels; channel++)
        {
            var own = weights.Slice(channel * size, size);
            scales[channel] = Least;
            foreach (var weight in own)
            {
                scales[channel] = Math.Max(scales[channel], Math.Abs(weight) / levels);
            }

            for (var i = 0; i < size; i++)
            {
                whole[(channel * size) + i] = (sbyte)Math.Clamp(Math.Round(own[i] / scales[channel]), -levels, levels);
            }
        }

        return new WholeWeights(whole, scales);
    }
}
