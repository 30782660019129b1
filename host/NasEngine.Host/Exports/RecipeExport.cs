using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Exports;

/// <summary>Exports that recipes ask for.</summary>
internal static class RecipeExport
{
    /// <summary>Writes the network of an architecture and says so.</summary>
    /// <exception cref="InputException">No weights of it are there, or the file cannot be written.</exception>
    public static Task<ExportedModel> WriteAsync(
        string workspace, HostServices services, string? data, string search, Architecture architecture, string path,
        Action<string> print) =>
        Task.Run(() =>
        {
            if (!Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase))
            {
                throw new InputException(
                    $"The model would be written to '{path}'; give a file with the extension .onnx, such as \"best.onnx\".");
            }

            var written = new NetworkExport(services, data).Write(ExportSubject.Found(workspace, search, architecture), path);
            print(written.Line);
            return new ExportedModel(path, written.Model.Agreement.Largest, written.Model.Agreement.Inputs);
        });

    /// <summary>Writes the network of an architecture in another form and says so.</summary>
    /// <exception cref="InputException">There is no such form, no weights of it are there, or a file cannot be written.</exception>
    public static Task WriteAsync(
        string workspace, HostServices services, string? data, string search, Architecture architecture, string path, string format,
        Action<string> print) =>
        Task.Run(() =>
        {
            var form = OtherForms.Names.FirstOrDefault(name => name.Equals(format, StringComparison.OrdinalIgnoreCase))
                ?? throw new InputException($"Unknown format '{format}': {Suggest.Instead(format, OtherForms.Names)}");
            var subject = ExportSubject.Found(workspace, search, architecture);
            print(form == OtherForms.Onnx
                ? new NetworkExport(services, data).Write(subject, path).Line
                : new NetworkExport(services, data).Write(subject, path, form).Line);
        });
}
