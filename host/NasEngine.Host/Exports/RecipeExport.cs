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
}
