using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Examples of arrays with labels.</summary>
/// <param name="Images">The examples.</param>
internal sealed record NpzExamples(LabelledImages Images)
{
    private static readonly int[] Channels = [1, 3, 4];

    /// <summary>Shape and kind of one in words.</summary>
    public string Shape => FormattableString.Invariant($"{Images.Shape.Channels}×{Images.Shape.Height}×{Images.Shape.Width} ")
        + (Images.Values.IsEmpty ? "bytes" : "numbers");

    /// <summary>Reads the arrays of a part.</summary>
    /// <param name="examples">Images or rows.</param>
    /// <param name="labels">A label each.</param>
    /// <param name="classes">The labels that are classes, in order.</param>
    /// <param name="name">What the file is called.</param>
    /// <exception cref="InputException">A label is of no class, or the examples are of another form.</exception>
    public static NpzExamples Of(NpyArray examples, int[] labels, int[] classes, string name)
    {
        var numbers = new int[labels.Length];
        for (var place = 0; place < labels.Length; place++)
        {
            numbers[place] = Array.BinarySearch(classes, labels[place]);
            if (numbers[place] < 0)
            {
                throw new InputException(
                    $"{name} has label {labels[place]} at place {place}, which no training example has; it must be one of theirs.");
            }
        }

        var (shape, channelsLast) = FormOf(examples.Shape, name);
        return new NpzExamples(examples.Bytes.Length > 0
            ? new LabelledImages(shape, channelsLast ? ChannelsFirst(examples.Bytes, shape) : examples.Bytes, numbers)
            : new LabelledImages(shape, default, numbers) { Values = Floats(examples.Numbers, shape, channelsLast, name) });
    }

    /// <summary>Some for the test, by what is in them.</summary>
    /// <exception cref="InputException">None came to be for it.</exception>
    public (NpzExamples Train, NpzExamples Test) Split(double share, string name)
    {
        var places = Enumerable.Range(0, Images.Count).ToLookup(place => ContentSplit.IsTest(HashOf(place), share));
        return places[true].Any() && places[false].Any()
            ? (Pick([.. places[false]]), Pick([.. places[true]]))
            : throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"The {Images.Count} examples of {name} could not be split at a share of {share} for the test; give more, another share "
                + $"(test), or x_test and y_test."));
    }

    /// <summary>These, and others behind them that are for validation.</summary>
    /// <exception cref="InputException">They are of another size or kind.</exception>
    public NpzExamples With(NpzExamples validation, string name) => validation.Shape == Shape
        ? new NpzExamples(new LabelledImages(
            Images.Shape, Join(Images.Pixels, validation.Images.Pixels), Join(Images.Labels, validation.Images.Labels))
        {
            Values = Join(Images.Values, validation.Images.Values),
            ValidationCount = validation.Images.Count,
        })
        : throw new InputException(
            $"{name} has training examples of {Shape} and validation examples of {validation.Shape}; they must be alike.");

    private static T[] Join<T>(ReadOnlyMemory<T> one, ReadOnlyMemory<T> other) => [.. one.Span, .. other.Span];

    private byte[] HashOf(int place) => SHA256.HashData(Images.Pixels.IsEmpty
        ? MemoryMarshal.AsBytes(Images.Values.Span.Slice(place * Images.Shape.Size, Images.Shape.Size))
        : Images.Pixels.Span.Slice(place * Images.Shape.Size, Images.Shape.Size));

    private NpzExamples Pick(int[] places) => new(new LabelledImages(
        Images.Shape, Pick(Images.Pixels, places), places.Select(place => Images.Labels.Span[place]).ToArray())
    {
        Values = Pick(Images.Values, places),
    });

    private T[] Pick<T>(ReadOnlyMemory<T> all, int[] places)
    {
        var size = Images.Shape.Size;
        var picked = new T[all.IsEmpty ? 0 : places.Length * size];
        for (var i = 0; i < places.Length && picked.Length > 0; i++)
        {
            all.Span.Slice(places[i] * size, size).CopyTo(picked.AsSpan(i * size));
        }

        return picked;
    }

    private static (ImageShape Shape, bool ChannelsLast) FormOf(int[] shape, string name) => shape switch
    {
        [_, var features] => (new ImageShape(features, 1, 1), false),
        [_, var height, var width] => (new ImageShape(1, height, width), false),
        [_, var height, var width, var channels] when Channels.Contains(channels) => (new ImageShape(channels, height, width), true),
        [_, var channels, var height, var width] when Channels.Contains(channels) => (new ImageShape(channels, height, width), false),
        _ => throw new InputException(
            $"{name} has examples of {string.Join(" × ", shape)}; they must be rows N × F, or images N × H × W, N × H × W × C or N × C × H "
            + $"× W with 1, 3 or 4 channels."),
    };

    private static float[] Floats(double[] numbers, ImageShape shape, bool channelsLast, string name)
    {
        float[] values = [.. numbers.Select(number => (float)number)];
        var wrong = Array.FindIndex(values, value => !float.IsFinite(value));
        return wrong < 0
            ? channelsLast ? ChannelsFirst(values, shape) : values
            : throw new InputException(
                $"{name} has a value that is no finite number, in example {wrong / shape.Size}; there must be none.");
    }

    private static T[] ChannelsFirst<T>(T[] last, ImageShape shape)
    {
        var (plane, first) = (shape.Height * shape.Width, new T[last.Length]);
        for (var i = 0; i < last.Length; i++)
        {
            var (image, within) = Math.DivRem(i, shape.Size);
            var (pixel, channel) = Math.DivRem(within, shape.Channels);
            first[(image * shape.Size) + (channel * plane) + pixel] = last[i];
        }

        return first;
    }
}
