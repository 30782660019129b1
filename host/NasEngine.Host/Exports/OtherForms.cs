using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Networks;

namespace NasEngine.Host.Exports;

/// <summary>Files that were written of a network.</summary>
/// <param name="Line">What is said of them.</param>
/// <param name="Files">The files, the main one first.</param>
/// <param name="Quality">How well what was written does on the test examples, and the network itself; null where only written.</param>
internal sealed record WrittenFiles(string Line, IReadOnlyList<string> Files, (double Written, double Network)? Quality = null);

/// <summary>Forms of a network beside the ONNX model of floating-point numbers.</summary>
internal static class OtherForms
{
    /// <summary>The ONNX model of floating-point numbers.</summary>
    public const string Onnx = "onnx";

    /// <summary>An ONNX model of 8 bits, calibrated.</summary>
    public const string Int8 = "int8";

    /// <summary>An ONNX model of 8 bits that takes its ranges when it runs.</summary>
    public const string DynamicInt8 = "int8-dynamic";

    /// <summary>A project of C# that classifies pictures.</summary>
    public const string CSharp = "csharp";

    /// <summary>A module of PyTorch with its state dictionary.</summary>
    public const string PyTorch = "pytorch";

    /// <summary>The weights alone.</summary>
    public const string Weights = "safetensors";

    /// <summary>All forms.</summary>
    public static readonly string[] Names = [Onnx, Int8, DynamicInt8, CSharp, PyTorch, Weights];

    /// <summary>Writes one of them.</summary>
    /// <param name="form">One of <see cref="Names"/> but the first.</param>
    /// <param name="trained">The network.</param>
    /// <param name="subject">What it is of.</param>
    /// <param name="about">Further metadata by name.</param>
    /// <param name="data">The data of its search.</param>
    /// <param name="to">A file <c>NAME.onnx</c> of a model, <c>NAME.safetensors</c> of weights, or a folder.</param>
    /// <exception cref="InputException">A file cannot be written, or the data that it takes is not at hand.</exception>
    public static WrittenFiles Write(
        string form, TrainedNetwork trained, ExportSubject subject, IReadOnlyList<KeyValuePair<string, string>> about, ExportData data,
        string to)
    {
        var name = $"{subject.Header.Spec.Name}-{subject.What}";
        if (form is Int8 or DynamicInt8)
        {
            var path = NetworkExport.IsModel(to) ? to : Path.Combine(to, $"{subject.Header.Spec.Name}.{form}.onnx");
            var file = form == Int8
                ? QuantisedExport.Write(trained, name, about, data.Data(), path)
                : QuantisedExport.WriteDynamic(trained, name, about, data.Data(), path);
            return new WrittenFiles(file.Line, [file.Path], (file.Quality.Value, file.FloatQuality.Value));
        }

        if (NetworkExport.IsModel(to))
        {
            throw new InputException(form == Weights
                ? $"The weights would be written to '{to}'; give a file NAME.safetensors, or a folder."
                : $"The network would be written to '{to}'; the format {form} is a folder, give one.");
        }

        if (form == Weights)
        {
            return WeightsExport.Write(trained, name, to);
        }

        if (form == CSharp)
        {
            var project = CSharpExport.Write(trained, name, about, data.Pictures(trained.Input), to);
            return new WrittenFiles(project.Line, project.Files);
        }

        var files = PythonExport.Write(trained, to);
        return new WrittenFiles($"{string.Join(", ", files)}: for PyTorch, {trained.Network.Spec.Parameters} parameters.", files);
    }
}
