namespace NasEngine.Networks;

/// <summary>The files that a user gets of a trained network.</summary>
internal static class NetworkArtifacts
{
    /// <summary>Parameters and running statistics under the names of the network's state dictionary.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>Writes the files into an existing folder.</summary>
    public static void Write(SpecNetwork network, string folder)
    {
        using var file = File.Create(Path.Combine(folder, Weights));
        Safetensors.Write(file, network.state_dict());
    }
}
