using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>How many examples a class has.</summary>
/// <param name="Name">Its name, or its number.</param>
/// <param name="Train">Examples to train on.</param>
/// <param name="Validation">Examples that are meant for validation.</param>
/// <param name="Test">Examples for the test.</param>
public sealed record ClassCount(string Name, int Train, int Validation, int Test);

/// <summary>What can be said of a data set before anything is trained on it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of it, as journals remember it.</param>
/// <param name="Shape">Shape of an example.</param>
/// <param name="Classes">Its classes in order; empty where a number is to be learned.</param>
/// <param name="Train">Examples to train on.</param>
/// <param name="Validation">Examples that are meant for validation; 0 where a share is held out.</param>
/// <param name="Test">Examples for the test.</param>
/// <param name="AcrossParts">Examples of the test, or for validation, that are the same as one that is trained on.</param>
/// <param name="Twice">Examples to train on that are the same as an earlier one.</param>
/// <param name="Contradicting">Those among them, and among those across parts, that are of another class than the earlier one.</param>
/// <param name="Remarks">What else it says of itself.</param>
public sealed record DataCheck(
    string Name, string Hash, ImageShape Shape, ImmutableArray<ClassCount> Classes, int Train, int Validation, int Test, int AcrossParts,
    int Twice, int Contradicting, ImmutableArray<string> Remarks)
{
    /// <summary>Looks at all examples.</summary>
    /// <exception cref="InputException">The data cannot be read.</exception>
    public static DataCheck Of(IDataset data)
    {
        var (train, test) = (data.Train, data.Test);
        var training = train.Count - train.ValidationCount;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (twice, across, contradicting) = (0, 0, 0);
        foreach (var (part, place) in Places(train).Concat(Places(test)))
        {
            var (hash, label) = (HashOf(part, place), part.Labels.IsEmpty ? 0 : part.Labels.Span[place]);
            var trained = part == train && place < training;
            if (!seen.TryGetValue(hash, out var earlier))
            {
                if (trained)
                {
                    seen.Add(hash, label);
                }

                continue;
            }

            twice += trained ? 1 : 0;
            across += trained ? 0 : 1;
            contradicting += earlier == label ? 0 : 1;
        }

        return new DataCheck(
            data.Name, data.Hash, train.Shape,
            train.Labels.IsEmpty ? [] : Counted(data, training),
            training, train.ValidationCount, test.Count, across, twice, contradicting, [.. data.Remarks]);
    }

    private static ImmutableArray<ClassCount> Counted(IDataset data, int training)
    {
        var counts = new int[3, data.Classes];
        var (train, test) = (data.Train.Labels.ToArray(), data.Test.Labels.ToArray());
        for (var place = 0; place < train.Length; place++)
        {
            counts[place < training ? 0 : 1, train[place]]++;
        }

        foreach (var label in test)
        {
            counts[2, label]++;
        }

        return
        [
            .. Enumerable.Range(0, data.Classes).Select(number => new ClassCount(
                number < data.ClassNames.Count ? data.ClassNames[number] : FormattableString.Invariant($"{number}"),
                counts[0, number], counts[1, number], counts[2, number])),
        ];
    }

    private static IEnumerable<(LabelledImages Part, int Place)> Places(LabelledImages part) =>
        Enumerable.Range(0, part.Count).Select(place => (part, place));

    private static string HashOf(LabelledImages part, int place) => Convert.ToHexString(SHA256.HashData(part.Values.IsEmpty
        ? part.Pixels.Span.Slice(place * part.Shape.Size, part.Shape.Size)
        : MemoryMarshal.AsBytes(part.Values.Span.Slice(place * part.Shape.Size, part.Shape.Size))));
}
