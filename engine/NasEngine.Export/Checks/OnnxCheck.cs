using Microsoft.ML.OnnxRuntime;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>Runs a model in ONNX Runtime beside the network that it was made of.</summary>
internal static class OnnxCheck
{
    /// <summary>Compares the two: the first input alone, then the others together, as the number of inputs of a batch is free.</summary>
    /// <param name="model">The model's bytes.</param>
    /// <param name="trained">The network.</param>
    /// <param name="samples">Inputs.</param>
    public static OnnxAgreement Compare(byte[] model, TrainedNetwork trained, OnnxSamples samples)
    {
        using var session = Session(model);
        var parts = samples.Count > 1 ? new[] { samples.Part(0, 1), samples.Part(1, samples.Count - 1) } : [samples];
        return parts.Select(part => Compare(Outputs(session, part), trained.Outputs(part.Values, part.Count), part.Count))
            .Aggregate((one, other) => new OnnxAgreement(
                one.Inputs + other.Inputs, Math.Max(one.Largest, other.Largest), one.SameAnswers + other.SameAnswers));
    }

    /// <summary>A model ready to run, on one thread.</summary>
    internal static InferenceSession Session(byte[] model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        return new InferenceSession(model, options);
    }

    /// <summary>What a model gives for inputs.</summary>
    internal static float[] Outputs(InferenceSession session, OnnxSamples samples)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(samples.Values, samples.Shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, [OnnxModel.Input], [input], [session.OutputNames[0]]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static OnnxAgreement Compare(float[] theirs, float[] ours, int inputs)
    {
        if (theirs.Length != ours.Length)
        {
            return new OnnxAgreement(inputs, double.PositiveInfinity, 0);
        }

        var (largest, same, width) = (0.0, 0, ours.Length / inputs);
        for (var input = 0; input < inputs; input++)
        {
            var one = ours.AsSpan(input * width, width);
            var other = theirs.AsSpan(input * width, width);
            var size = 1.0;
            foreach (var output in one)
            {
                size = Math.Max(size, Math.Abs(output));
            }

            for (var output = 0; output < width; output++)
            {
                var difference = Math.Abs(one[output] - other[output]) / size;
                largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
            }

            same += Answer(one) == Answer(other) ? 1 : 0;
        }

        return new OnnxAgreement(inputs, largest, same);
    }

    /// <summary>Place of the largest output, the first of equal ones.</summary>
    internal static int Answer(ReadOnlySpan<float> outputs)
    {
        var best = 0;
        for (var output = 1; output < outputs.Length; output++)
        {
            best = outputs[output] > outputs[best] ? output : best;
        }

        return best;
    }
}
