using System.Globalization;

namespace NasEngine.Datasets;

/// <summary>How many examples the classes have.</summary>
internal static class ClassBalance
{
    private const int Named = 6;
    private const double Even = 3;

    /// <summary>Says so where the most frequent class has three times as many as the rarest, or more.</summary>
    /// <param name="names">Names of the classes.</param>
    /// <param name="labels">Labels of the training examples.</param>
    public static IEnumerable<string> Remarks(IReadOnlyList<string> names, ReadOnlySpan<int> labels)
    {
        var counts = new int[names.Count];
        foreach (var label in labels)
        {
            counts[label]++;
        }

        var (rarest, most) = (counts.Min(), counts.Max());
        if (rarest * Even > most)
        {
            return [];
        }

        var order = Enumerable.Range(0, counts.Length).OrderByDescending(number => counts[number]).ToArray();
        var shown = order.Length <= Named ? order : [.. order[..(Named / 2)], .. order[^(Named / 2)..]];
        var listed = shown.Select(number => FormattableString.Invariant($"{counts[number]} {names[number]}")).ToList();
        if (order.Length > Named)
        {
            listed.Insert(Named / 2, "…");
        }

        return
        [
            string.Create(CultureInfo.InvariantCulture,
                $"The classes differ in how many training examples they have: {string.Join(", ", listed)}. Always answering the first is "
                + $"right for {(double)most / labels.Length:P0}; training weighs them by .Training(new {{ ClassWeights = \"balanced\" "
                + $"}})."),
        ];
    }
}
