using System.Globalization;
using Google.Protobuf;
using NasEngine.Contracts;
using NasEngine.Networks;
using Onnx;

namespace NasEngine.Export;

/// <summary>A model of 8 bits that was written.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">Size of it.</param>
/// <param name="FloatBytes">Size of the model of floating-point numbers.</param>
/// <param name="Quality">How well it does on the test examples.</param>
/// <param name="FloatQuality">How well the model of floating-point numbers does on them.</param>
public sealed record QuantisedFile(string Path, long Bytes, long FloatBytes, ModelQuality Quality, ModelQuality FloatQuality)
{
    /// <summary>In a line.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path}: {Bytes / 1000.0:#,0.#} kB, {FloatBytes / 1000.0:#,0.#} kB in float; {Quality} on {Quality.Examples} test examples, "
        + $"{FloatQuality.Value:0.0000} in float.");
}

/// <summary>Writes trained networks as ONNX models of 8 bits.</summary>
public static class QuantisedExport
{
    /// <summary>Calibration inputs, where the data has as many.</summary>
    public const int Calibrated = 256;

    /// <summary>
    /// Writes a model that is calibrated on examples of the data that are no test examples, those for validation where it has some, and
    /// measured on its test examples beside the model of floating-point numbers.
    /// </summary>
    /// <param name="trained">The network.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="about">Further metadata by name.</param>
    /// <param name="data">The data.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static QuantisedFile Write(
        TrainedNetwork trained, string name, IEnumerable<KeyValuePair<string, string>> about, IDataset data, string path)
    {
        var exact = OnnxModel.Of(trained, name, about);
        return Measured(exact, QuantisedModel.Of(exact, OnnxSamples.Of(data.Train, Some(data.Train))), data, path);
    }

    /// <summary>
    /// Writes a model that takes the ranges of what its layers read when it runs, so that nothing is calibrated; it is measured on the
    /// test examples beside the model of floating-point numbers.
    /// </summary>
    /// <param name="trained">The network.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="about">Further metadata by name.</param>
    /// <param name="data">The data.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static QuantisedFile WriteDynamic(
        TrainedNetwork trained, string name, IEnumerable<KeyValuePair<string, string>> about, IDataset data, string path)
    {
        var exact = OnnxModel.Of(trained, name, about);
        return Measured(exact, DynamicModel.Of(exact), data, path);
    }

    private static QuantisedFile Measured(ModelProto exact, ModelProto inexact, IDataset data, string path)
    {
        var (floats, bytes) = (exact.ToByteArray(), inexact.ToByteArray());
        var file = new QuantisedFile(
            path, bytes.Length, floats.Length, ModelQuality.Of(bytes, data.Test), ModelQuality.Of(floats, data.Test));
        ModelFile.Write(bytes, path);
        return file;
    }

    private static int[] Some(LabelledImages examples)
    {
        var (first, count) = examples.ValidationCount > 0
            ? (examples.Count - examples.ValidationCount, examples.ValidationCount)
            : (0, examples.Count);
        var taken = Math.Min(Calibrated, count);
        return [.. Enumerable.Range(0, taken).Select(place => first + (int)((long)place * count / taken))];
    }
}
