using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Host.Exports;

/// <summary>Writes the weights of a network alone, as safetensors.</summary>
internal static class WeightsExport
{
    private const string Extension = ".safetensors";

    /// <summary>Writes them.</summary>
    /// <param name="trained">The network.</param>
    /// <param name="name">What the file is called in a folder.</param>
    /// <param name="to">A file <c>NAME.safetensors</c>, or a folder.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static WrittenFiles Write(TrainedNetwork trained, string name, string to)
    {
        var path = Path.GetExtension(to).Equals(Extension, StringComparison.OrdinalIgnoreCase) ? to : Path.Combine(to, name + Extension);
        var tensors = trained.Network.state_dict();
        try
        {
            WholeFile.Write(path, file => Safetensors.Write(file, tensors));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The weights cannot be written to '{path}': {refused.Message}", refused);
        }

        return new WrittenFiles(
            string.Create(CultureInfo.InvariantCulture, $"{path}: {tensors.Count} tensors by their names in the network's description."),
            [path]);
    }
}
