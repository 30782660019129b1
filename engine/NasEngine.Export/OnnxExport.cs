using Google.Protobuf;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>A model that was written.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">Size of it.</param>
/// <param name="Agreement">How far it is from the network that it was made of.</param>
public sealed record OnnxFile(string Path, long Bytes, OnnxAgreement Agreement);

/// <summary>Writes trained networks as ONNX models.</summary>
public static class OnnxExport
{
    /// <summary>
    /// Writes a model after it was run in ONNX Runtime beside the network; a file that is there is replaced when the new one is whole.
    /// </summary>
    /// <param name="trained">The network.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="about">Further metadata by name.</param>
    /// <param name="samples">Inputs to check it on.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The model is not the same network; nothing is written.</exception>
    public static OnnxFile Write(
        TrainedNetwork trained, string name, IEnumerable<KeyValuePair<string, string>> about, OnnxSamples samples, string path)
    {
        var model = OnnxModel.Of(trained, name, about).ToByteArray();
        var agreement = OnnxCheck.Compare(model, trained, samples);
        if (!agreement.Holds)
        {
            throw new InvalidOperationException(
                $"The ONNX model of '{name}' is not the network that it was made of ({agreement}; {OnnxAgreement.Tolerance} is allowed), "
                + "so nothing was written.");
        }

        ModelFile.Write(model, path);
        return new OnnxFile(path, model.Length, agreement);
    }
}
