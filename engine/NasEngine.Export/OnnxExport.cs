using Google.Protobuf;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>A model that was written.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">Size of it.</param>
/// <param name="Agreement">How far it is from the network that it was made of.</param>
public sealed record OnnxFile(string Path, long Bytes, OnnxAgreement Agreement);

/// <summary>A model that ran in ONNX Runtime beside the network that it was made of, and is that network.</summary>
/// <param name="Bytes">What is in its file.</param>
/// <param name="Agreement">How far it is from the network.</param>
public sealed record CheckedModel(ReadOnlyMemory<byte> Bytes, OnnxAgreement Agreement)
{
    /// <summary>The file that it makes.</summary>
    /// <param name="path">Path of the file.</param>
    public OnnxFile At(string path) => new(path, Bytes.Length, Agreement);

    /// <summary>Writes it; a file that is there is replaced when the new one is whole.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public OnnxFile Write(string path)
    {
        ModelFile.Write(Bytes, path);
        return At(path);
    }
}

/// <summary>Makes ONNX models of trained networks.</summary>
public static class OnnxExport
{
    /// <summary>Makes a model and runs it in ONNX Runtime beside the network.</summary>
    /// <param name="trained">The network.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="about">Further metadata by name.</param>
    /// <param name="samples">Inputs to check it on.</param>
    /// <exception cref="InvalidOperationException">The model is not the same network.</exception>
    public static CheckedModel Of(
        TrainedNetwork trained, string name, IEnumerable<KeyValuePair<string, string>> about, OnnxSamples samples)
    {
        var model = OnnxModel.Of(trained, name, about).ToByteArray();
        var agreement = OnnxCheck.Compare(model, trained, samples);
        return agreement.Holds ? new CheckedModel(model, agreement) : throw new InvalidOperationException(
            $"The ONNX model of '{name}' is not the network that it was made of ({agreement}; {OnnxAgreement.Tolerance} is allowed), "
            + "so nothing was written.");
    }
}
