using System.Globalization;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>A project of C# that was written.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">Its files, the project first.</param>
/// <param name="Agreement">How far its model is from the network that it was made of.</param>
public sealed record CSharpFiles(string Folder, IReadOnlyList<string> Files, OnnxAgreement Agreement)
{
    /// <summary>Sources that were there and are not as they are exported: they may be the user's by now, and stay.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>In a line.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Folder}: a project of C#, 'dotnet run --project {Folder} -- PICTURE' classifies; its model in ONNX Runtime {Agreement}."
        + $"{OfKept}");

    private string OfKept => Kept.Count == 0
        ? ""
        : $" What was changed since it was exported is kept: {string.Join(", ", Kept.Select(Path.GetFileName))}.";
}

/// <summary>Writes trained networks as console projects of C# that classify a picture.</summary>
public static class CSharpExport
{
    /// <summary>
    /// Writes the project with its model into a folder: a new one, an empty one, or one that has such a project, whose changed sources
    /// stay.
    /// </summary>
    /// <param name="trained">The network.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="about">Further metadata by name.</param>
    /// <param name="samples">Inputs to check its model on.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">
    /// The network takes no square pictures or gives no classes, the folder has other files, or one cannot be written.
    /// </exception>
    /// <exception cref="InvalidOperationException">The model is not the same network; nothing is written.</exception>
    public static CSharpFiles Write(
        TrainedNetwork trained, string name, IEnumerable<KeyValuePair<string, string>> about, OnnxSamples samples, string folder)
    {
        CSharpProject.Check(trained.Input);
        var project = Path.Combine(folder, CSharpProject.Name);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(project))
        {
            throw new InputException(
                $"The folder '{folder}' has other files than a project that was exported; give a new or an empty one.");
        }

        var (model, modelFile) = (OnnxExport.Of(trained, name, about, samples), Path.Combine(folder, CSharpProject.Model));
        var files = new Dictionary<string, Action<Stream>> { [modelFile] = stream => stream.Write(model.Bytes.Span) };
        var kept = new List<string>();
        try
        {
            foreach (var (file, text) in CSharpProject.Of(name, trained.Input))
            {
                var path = Path.Combine(folder, file);
                if (CSharpProject.IsSource(file) && File.Exists(path) && File.ReadAllText(path) != text)
                {
                    kept.Add(path);
                    continue;
                }

                files.Add(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            }

            WholeFile.Write(files);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The project cannot be written to '{folder}': {refused.Message}", refused);
        }

        string[] written = [.. files.Keys.Prepend(project).Except(kept).Distinct()];
        return new CSharpFiles(folder, written, model.Agreement) { Kept = kept };
    }
}
