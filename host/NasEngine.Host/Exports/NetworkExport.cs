using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Host.Composition;
using NasEngine.Networks;

namespace NasEngine.Host.Exports;

/// <summary>What was written of a network.</summary>
/// <param name="Model">The ONNX model.</param>
/// <param name="CheckedOn">What it was compared on, in words.</param>
/// <param name="Files">All files, the model first.</param>
internal sealed record WrittenNetwork(OnnxFile Model, string CheckedOn, IReadOnlyList<string> Files)
{
    /// <summary>In a line.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model.Path}: {Model.Bytes / 1000.0:#,0.#} kB; in ONNX Runtime {Model.Agreement} ({CheckedOn}).");
}

/// <summary>Writes a network of a search as an ONNX model, alone or with all that goes with it.</summary>
/// <param name="services">Offers space and data.</param>
/// <param name="dataFolder">Where the data lies now; null for where it was.</param>
internal sealed class NetworkExport(HostServices services, string? dataFolder)
{
    private const string Extension = ".onnx";

    /// <summary>Writes it.</summary>
    /// <param name="subject">The network.</param>
    /// <param name="to">A file <c>NAME.onnx</c>, or a folder.</param>
    /// <exception cref="InputException">Its weights are not there, or a file cannot be written.</exception>
    public WrittenNetwork Write(ExportSubject subject, string to)
    {
        var (spec, space) = (subject.Header.Spec, SpaceOf(subject));
        var data = ExportData.Of(subject.Header, services, dataFolder);
        using var trained = subject.Open(space, data.Input);
        var alone = IsModel(to);
        var about = ModelCard.About(subject, space);
        var samples = data.Samples(trained.Input);
        var model = OnnxExport.Of(trained, $"{spec.Name}-{subject.What}", about, samples);
        var path = alone ? to : Path.Combine(to, spec.Name + Extension);
        var network = new WrittenNetwork(model.At(path), data.Remark is { } remark ? $"{samples.Kind}: {remark}" : samples.Kind, [path]);
        if (!alone)
        {
            return network with { Files = ModelFolder.Write(to, subject, trained, about, network, model) };
        }

        model.Write(path);
        return network;
    }

    /// <summary>Writes it in another form.</summary>
    /// <param name="subject">The network.</param>
    /// <param name="to">A file <c>NAME.onnx</c>, or a folder.</param>
    /// <param name="form">One of <see cref="OtherForms.Names"/> but the first.</param>
    /// <exception cref="InputException">Its weights are not there, or a file cannot be written.</exception>
    public WrittenFiles Write(ExportSubject subject, string to, string form)
    {
        var space = SpaceOf(subject);
        var data = ExportData.Of(subject.Header, services, dataFolder);
        using var trained = subject.Open(space, data.Input);
        return OtherForms.Write(form, trained, subject, ModelCard.About(subject, space), data, to);
    }

    /// <summary>Whether a path is that of a model, and not of a folder.</summary>
    public static bool IsModel(string path) => Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    private INetworkSpace SpaceOf(ExportSubject subject)
    {
        var spec = subject.Header.Spec;
        return services.Catalog.Space(spec.Space) as INetworkSpace
            ?? throw new InputException($"Space '{spec.Space.Id}' is a table: its architectures are no networks that could be exported.");
    }
}
