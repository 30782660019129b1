using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// The choices of the image's resolution: the image is subsampled by nearest neighbours before the stem (FBNetV2, arXiv 2004.05565,
/// section 3.3).
/// </summary>
internal sealed class Resolutions
{
    private const string Name = "input.resolution";

    private readonly ImmutableArray<int> _sides;

    /// <param name="options">The space's.</param>
    /// <param name="decisions">Gets a decision where there are several.</param>
    public Resolutions(FBNetV2Options options, List<Decision> decisions)
    {
        _sides = options.Resolutions.IsEmpty ? [options.Macro.Task.Size] : options.Resolutions;
        if (_sides.Length > 1)
        {
            Decisions = [decisions.Count];
            decisions.Add(new Decision(Name, [.. _sides.Select(side => string.Create(CultureInfo.InvariantCulture, $"r{side}"))])
            {
                Group = "input",
                Ordered = true,
            });
        }
    }

    /// <summary>Number of the decision; none where there is one resolution.</summary>
    public ImmutableArray<int> Decisions { get; } = [];

    /// <summary>The image at the resolution that an architecture has.</summary>
    public FeatureMap Choose(FeatureMap image, ReadOnlySpan<int> values)
    {
        var side = _sides[Decisions.IsEmpty ? 0 : values[Decisions[0]]];
        return image.ResizeTo(side, side);
    }

    /// <summary>The image before it is subsampled.</summary>
    public MaskedMap Begin(FeatureMap image) => new(image, Selection.Fixed(image.Shape.Channels), _sides);

    /// <summary>
    /// What a part of the network makes of a map at every resolution: the map is subsampled to it, the part runs there, and what it gives
    /// is put back on the grid of the largest. At one resolution alone this is the part itself.
    /// </summary>
    public static MaskedMap Through(MaskedMap input, Func<MaskedMap, MaskedMap> add)
    {
        MaskedMap[] parts = [.. input.Sides.Select(side => add(input with { Map = input.Map.ResizeTo(side, side) }))];
        return parts[0] with { Map = Together(parts), Sides = [.. parts.Select(part => part.Map.Shape.Height)] };
    }

    private static FeatureMap Together(MaskedMap[] parts) => parts.Length == 1
        ? parts[0].Map
        : parts[0].Map.Place(Selection.By(Name, Enumerable.Range(0, parts.Length)), [.. parts.Skip(1).Select(part => part.Map)]);
}
