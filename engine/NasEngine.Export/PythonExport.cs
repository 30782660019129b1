using System.Text;
using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp.PyBridge;

namespace NasEngine.Export;

/// <summary>Writes trained networks for PyTorch.</summary>
public static class PythonExport
{
    /// <summary>Writes <c>network.py</c>, the module, and <c>weights.pt</c>, its state dictionary, into a folder.</summary>
    /// <returns>The two files.</returns>
    /// <exception cref="InputException">They cannot be written.</exception>
    public static IReadOnlyList<string> Write(TrainedNetwork trained, string folder)
    {
        var (module, weights) = (Path.Combine(folder, "network.py"), Path.Combine(folder, "weights.pt"));
        try
        {
            WholeFile.Write(
            [
                new(module, file => file.Write(Encoding.UTF8.GetBytes(PythonModule.Of(trained.Network.Spec, trained.Input)))),
                new(weights, file => trained.Network.save_py(file)),
            ]);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The network cannot be written to '{folder}': {refused.Message}", refused);
        }

        return [module, weights];
    }
}
