using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Onnx;

namespace NasEngine.Export;

/// <summary>Ranges of values inside a model, over calibration inputs.</summary>
internal static class Calibration
{
    /// <summary>The least and the largest number of each value, 0 included.</summary>
    /// <param name="model">The model; left as it is.</param>
    /// <param name="values">Names of values.</param>
    /// <param name="samples">Inputs.</param>
    public static Dictionary<string, (float Least, float Largest)> Ranges(
        ModelProto model, IReadOnlyCollection<string> values, OnnxSamples samples)
    {
        var shown = model.Clone();
        shown.Graph.Output.Clear();
        shown.Graph.Output.AddRange(values.Select(OnnxModel.Value));
        var ranges = values.ToDictionary(value => value, _ => (Least: 0f, Largest: 0f), StringComparer.Ordinal);
        using var session = OnnxCheck.Session(shown.ToByteArray());
        foreach (var part in samples.Parts())
        {
            using var input = OrtValue.CreateTensorValueFromMemory(part.Values, part.Shape);
            using var run = new RunOptions();
            using var outputs = session.Run(run, [OnnxModel.Input], [input], session.OutputNames);
            for (var place = 0; place < session.OutputNames.Count; place++)
            {
                var name = session.OutputNames[place];
                var (least, largest) = ranges[name];
                foreach (var number in outputs[place].GetTensorDataAsSpan<float>())
                {
                    (least, largest) = (Math.Min(least, number), Math.Max(largest, number));
                }

                ranges[name] = (least, largest);
            }
        }

        return ranges;
    }
}
