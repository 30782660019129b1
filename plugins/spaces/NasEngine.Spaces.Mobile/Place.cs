using System.Globalization;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile;

/// <summary>Labels of stages and blocks, counted from 1.</summary>
internal static class Place
{
    public static string Stage(int index) => string.Create(CultureInfo.InvariantCulture, $"stage{index + 1}");

    public static FeatureMap AtBlock(this FeatureMap map, int stage, int block) =>
        map.At(Stage(stage), string.Create(CultureInfo.InvariantCulture, $"block{block + 1}"));
}
