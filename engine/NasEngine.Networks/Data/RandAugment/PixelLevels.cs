namespace NasEngine.Networks;

/// <summary>Changes of how the values of each channel are spread.</summary>
internal static class PixelLevels
{
    private const int Values = 256;

    /// <summary>The least value becomes 0 and the largest 255, those between evenly; a channel of one value stays.</summary>
    public static void Stretch(PixelImage image)
    {
        for (var channel = 0; channel < image.Channels; channel++)
        {
            var values = image.Channel(channel);
            var (least, largest) = (values.Min(), values.Max());
            if (largest > least)
            {
                var scale = 255f / (largest - least);
                image.Map(channel, [.. Enumerable.Range(0, Values)
                    .Select(value => (byte)Math.Clamp((value - least) * scale, 0, 255))]);
            }
        }
    }

    /// <summary>Equal shares of values, as PIL and torchvision do it; a channel whose values are few stays.</summary>
    public static void Equalize(PixelImage image)
    {
        for (var channel = 0; channel < image.Channels; channel++)
        {
            var counts = new int[Values];
            foreach (var value in image.Channel(channel))
            {
                counts[value]++;
            }

            var step = (counts.Sum() - counts.Last(count => count > 0)) / 255;
            if (step > 0)
            {
                var table = new byte[Values];
                var below = step / 2;
                for (var value = 0; value < Values; value++)
                {
                    table[value] = (byte)Math.Min(255, below / step);
                    below += counts[value];
                }

                image.Map(channel, table);
            }
        }
    }
}
