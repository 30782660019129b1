using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NasEngine.Contracts;

/// <summary>
/// A part of the training examples of a data set, for a quick look: so many of them, at even distances, so that classes keep their shares
/// however the examples are ordered. Those that are meant for validation, and the test, stay whole.
/// </summary>
/// <param name="whole">The data set.</param>
/// <param name="take">How many, at least 1.</param>
internal sealed class DataSubset(IDataset whole, int take) : IDataset
{
    private readonly Lazy<LabelledImages> _train = new(() => Taken(whole, take));

    /// <inheritdoc/>
    public string Name => whole.Name;

    /// <inheritdoc/>
    public int Classes => whole.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => whole.ClassNames;

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames => whole.FeatureNames;

    /// <inheritdoc/>
    public Vocabulary? Vocabulary => whole.Vocabulary;

    /// <inheritdoc/>
    public PictureResizing? Resizing => whole.Resizing;

    /// <inheritdoc/>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{whole.Hash} {take}"))));

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => [.. whole.Remarks, .. Missing()];

    /// <inheritdoc/>
    public LabelledImages Train => _train.Value;

    /// <inheritdoc/>
    public LabelledImages Test => whole.Test;

    /// <summary>Reads the option.</summary>
    public static int Read(OptionReader options) => (int)options.Integer(
        "take", 0, "So many of the training examples only, at even distances, for a quick look; 0 for all of them.", min: 0,
        max: int.MaxValue);

    private static LabelledImages Taken(IDataset whole, int take)
    {
        var all = whole.Train;
        var trained = all.Count - all.ValidationCount;
        if (take > trained)
        {
            throw new InputException(
                $"Option 'take' is {take}, and {whole.Name} has {trained} training examples; give fewer, or leave it out for all of them.");
        }

        int[] places =
        [
            .. Enumerable.Range(0, take).Select(one => (int)((long)one * trained / take)),
            .. Enumerable.Range(trained, all.ValidationCount),
        ];
        var size = all.Shape.Channels * all.Shape.Height * all.Shape.Width;
        return all with
        {
            Pixels = Of(all.Pixels, places, size),
            Values = Of(all.Values, places, size),
            Labels = Of(all.Labels, places, 1),
            Targets = Of(all.Targets, places, 1),
        };
    }

    private static ReadOnlyMemory<T> Of<T>(ReadOnlyMemory<T> all, int[] places, int size)
    {
        if (all.IsEmpty)
        {
            return all;
        }

        var taken = new T[places.Length * size];
        for (var one = 0; one < places.Length; one++)
        {
            all.Slice(places[one] * size, size).CopyTo(taken.AsMemory(one * size));
        }

        return taken;
    }

    private IEnumerable<string> Missing()
    {
        var there = Train.Labels.ToArray().Distinct().Count();
        return Train.Labels.IsEmpty || there == whole.Train.Labels.ToArray().Distinct().Count() ? [] :
        [
            string.Create(
                CultureInfo.InvariantCulture, $"The {take} training examples that are taken of {Name} are of {there} of its classes only."),
        ];
    }
}
