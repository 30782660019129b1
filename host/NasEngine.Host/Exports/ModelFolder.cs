using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Networks;
using NasEngine.Networks.Pictures;

namespace NasEngine.Host.Exports;

/// <summary>A folder of a model with its card, the names of the classes, the weights and the description of the network.</summary>
internal static class ModelFolder
{
    /// <summary>Writes all of it, or nothing.</summary>
    /// <returns>The files, the model first.</returns>
    /// <exception cref="InputException">One cannot be written.</exception>
    public static IReadOnlyList<string> Write(
        string folder, ExportSubject subject, TrainedNetwork trained, IReadOnlyList<KeyValuePair<string, string>> about,
        WrittenNetwork written, CheckedModel model)
    {
        var network = trained.Network.Spec;
        var files = new Dictionary<string, Action<Stream>> { [written.Model.Path] = file => file.Write(model.Bytes.Span) };
        Add("README.md", file => Text(file, ModelCard.Page(about, trained.Input, network, written)));
        Add("weights.safetensors", file => Safetensors.Write(file, trained.Network.state_dict()));
        Add("network.json", file => NetworkJson.Write(network, file));
        Add("network.svg", file => Text(file, NetworkPicture.Svg(network, $"{subject.Header.Spec.Name} {subject.What}")));
        Add("input.json", trained.Input.Write);
        if (!trained.Input.Classes.IsEmpty)
        {
            Add("labels.txt", file => Text(file, string.Concat(trained.Input.Classes.Select(name => name + "\n"))));
        }

        if (trained.Input.Vocabulary is { } vocabulary)
        {
            Add("tokens.txt", file => Text(file, string.Concat(vocabulary.Tokens.Select(token => token + "\n"))));
        }

        try
        {
            WholeFile.Write(files);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The network cannot be written to '{folder}': {refused.Message}", refused);
        }

        return [.. files.Keys];

        void Add(string name, Action<Stream> write) => files.Add(Path.Combine(folder, name), write);
    }

    private static void Text(Stream file, string text) => file.Write(System.Text.Encoding.UTF8.GetBytes(text));
}
