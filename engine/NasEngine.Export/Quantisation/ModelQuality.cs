using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using NasEngine.Contracts;

namespace NasEngine.Export;

/// <summary>
/// How well a model does on examples: the share that it classifies right, or the share of a number's variance that it explains.
/// </summary>
/// <param name="Examples">How many.</param>
/// <param name="Value">Share, 0 to 1; of variance it may be below 0.</param>
/// <param name="OfClasses">Whether it is of classes.</param>
public sealed record ModelQuality(int Examples, double Value, bool OfClasses)
{
    private const int BatchSize = 200;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(OfClasses ? "accuracy" : "R²")} {Value:0.0000}");

    /// <summary>Runs a model in ONNX Runtime.</summary>
    /// <param name="model">Its bytes.</param>
    /// <param name="examples">Examples, all of which are run.</param>
    public static ModelQuality Of(byte[] model, LabelledImages examples)
    {
        using var session = OnnxCheck.Session(model);
        var (right, error) = (0, 0.0);
        for (var start = 0; start < examples.Count; start += BatchSize)
        {
            var part = OnnxSamples.Of(examples, [.. Enumerable.Range(start, Math.Min(BatchSize, examples.Count - start))]);
            var outputs = OnnxCheck.Outputs(session, part);
            var width = outputs.Length / part.Count;
            for (var place = 0; place < part.Count; place++)
            {
                var given = outputs.AsSpan(place * width, width);
                if (examples.Targets.IsEmpty)
                {
                    right += OnnxCheck.Answer(given) == examples.Labels.Span[start + place] ? 1 : 0;
                }
                else
                {
                    error += Math.Pow(given[0] - examples.Targets.Span[start + place], 2);
                }
            }
        }

        return examples.Targets.IsEmpty
            ? new ModelQuality(examples.Count, (double)right / examples.Count, OfClasses: true)
            : new ModelQuality(examples.Count, 1 - (error / Variance(examples.Targets.ToArray())), OfClasses: false);
    }

    /// <summary>Sum of squared distances from the mean.</summary>
    private static double Variance(float[] numbers)
    {
        var mean = numbers.Average(number => (double)number);
        return numbers.Sum(number => (number - mean) * (number - mean));
    }
}
