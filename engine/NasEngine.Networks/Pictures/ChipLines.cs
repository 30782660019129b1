using System.Collections.Immutable;

namespace NasEngine.Networks.Pictures;

/// <summary>Places chips side by side, on as many lines as they need.</summary>
internal static class ChipLines
{
    private const double LetterWidth = 7;
    private const double Gap = 6;

    public static List<List<PlacedChip>> Of(ImmutableArray<PictureChip> chips, double width)
    {
        var lines = new List<List<PlacedChip>> { new() };
        var x = 0.0;
        foreach (var chip in chips)
        {
            var wide = chip.Text.Length * LetterWidth + 16;
            if (x > 0 && x + wide > width)
            {
                lines.Add([]);
                x = 0;
            }

            lines[^1].Add(new PlacedChip(chip, x, wide));
            x += wide + Gap;
        }

        return lines;
    }
}

/// <summary>A chip with its place on a line.</summary>
internal sealed record PlacedChip(PictureChip Chip, double X, double Width);
