using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using NasEngine.Datasets;

/// <summary>The network in ONNX Runtime. What it takes and what its outputs stand for is in the metadata of the model.</summary>
internal sealed class Classifier : IDisposable
{
    private const string Input = "images";
    private const string Output = "logits";

    private readonly InferenceSession _model;
    private readonly PictureForm _form;
    private readonly string[] _classes;

    public Classifier(string path)
    {
        _model = new InferenceSession(path);
        var about = _model.ModelMetadata.CustomMetadataMap;
        var sizes = _model.InputMetadata[Input].Dimensions; // Pictures, channels, height, width.
        var method = Enum.Parse<ResizeMethod>(about.GetValueOrDefault("resize", "crop"), ignoreCase: true);
        _form = new PictureForm(sizes[3], sizes[1], method, about.GetValueOrDefault("filter", "bilinear"));
        _classes = JsonSerializer.Deserialize<string[]>(about["classes"])!;
    }

    /// <summary>The classes of a picture with their probabilities, the likeliest first.</summary>
    /// <param name="file">All bytes of its file.</param>
    /// <exception cref="InvalidDataException">It is no picture.</exception>
    public IEnumerable<(string Class, double Probability)> Classify(byte[] file)
    {
        var pixels = new byte[_form.Bytes];
        PictureReader.Read(file).To(_form).Write(_form.Channels, pixels);
        float[] values = [.. pixels.Select(pixel => (float)pixel)]; // The model normalises them itself.
        using var input = OrtValue.CreateTensorValueFromMemory(values, [1, _form.Channels, _form.Size, _form.Size]);
        using var run = new RunOptions();
        using var outputs = _model.Run(run, [Input], [input], [Output]);
        return Probabilities(outputs[0].GetTensorDataAsSpan<float>().ToArray())
            .Select((probability, number) => (number < _classes.Length ? _classes[number] : $"class {number}", probability))
            .OrderByDescending(one => one.probability);
    }

    public void Dispose() => _model.Dispose();

    private static double[] Probabilities(float[] logits)
    {
        var largest = logits.Max();
        double[] shares = [.. logits.Select(logit => Math.Exp(logit - largest))];
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}
