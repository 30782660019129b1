using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>Inputs that a model is checked on.</summary>
/// <param name="One">Shape of one.</param>
/// <param name="Values">Count × C × H × W numbers, not normalised.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Kind">What they are, in words: <c>test images</c>.</param>
public sealed record OnnxSamples(FeatureShape One, float[] Values, int Count, string Kind)
{
    /// <summary>How many are compared where the data has as many.</summary>
    public const int Usual = 100;

    /// <summary>Sizes of the batch of all of them.</summary>
    internal long[] Shape => [Count, One.Channels, One.Height, One.Width];

    /// <summary>The first test examples of a data set.</summary>
    public static OnnxSamples Of(IDataset data) => Of(data.Test, [.. Enumerable.Range(0, Math.Min(Usual, data.Test.Count))]) with
    {
        Kind = data.Test.Values.IsEmpty ? "test images" : data.Test.Tokens > 0 ? "test texts" : "test rows",
    };

    /// <summary>Some examples, by number.</summary>
    internal static OnnxSamples Of(LabelledImages examples, int[] numbers)
    {
        var (channels, height, width) = examples.Shape;
        var size = examples.Shape.Size;
        var values = new float[numbers.Length * size];
        for (var i = 0; i < values.Length; i++)
        {
            var place = (numbers[i / size] * size) + (i % size);
            values[i] = examples.Values.IsEmpty ? examples.Pixels.Span[place] : examples.Values.Span[place];
        }

        return new OnnxSamples(new FeatureShape(channels, height, width), values, numbers.Length, "examples");
    }

    /// <summary>Noise as wide as the data: for when the data is not at hand.</summary>
    /// <param name="input">What the network expects.</param>
    /// <param name="count">How many.</param>
    public static OnnxSamples Noise(NetworkInput input, int count = Usual)
    {
        var random = RandomSource.For(0, 0, "inputs of an export check");
        var plane = input.Shape.Height * input.Shape.Width;
        var values = new float[count * input.Shape.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var channel = i / plane % input.Shape.Channels;
            values[i] = (float)(input.Mean[channel] + (input.Deviation[channel] * random.NextGaussian()));
        }

        return new OnnxSamples(input.Shape, values, count, "inputs of noise");
    }

    /// <summary>All of them, at most 32 at once.</summary>
    internal IEnumerable<OnnxSamples> Parts()
    {
        const int Most = 32;
        for (var start = 0; start < Count; start += Most)
        {
            yield return Part(start, Math.Min(Most, Count - start));
        }
    }

    /// <summary>Some of them.</summary>
    internal OnnxSamples Part(int start, int count)
    {
        var size = (int)One.Count;
        return this with { Values = Values.AsSpan(start * size, count * size).ToArray(), Count = count };
    }
}
