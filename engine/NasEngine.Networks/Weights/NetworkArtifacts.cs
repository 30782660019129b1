using NasEngine.Networks.Pictures;

namespace NasEngine.Networks;

/// <summary>The files that a user gets of a trained network.</summary>
internal static class NetworkArtifacts
{
    /// <summary>Parameters and running statistics under the names of the network's state dictionary.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>The network's description.</summary>
    public const string Description = "network.json";

    /// <summary>What the network expects of its input, and the names of its classes.</summary>
    public const string Input = "input.json";

    /// <summary>The network as a picture.</summary>
    public const string Picture = "network.svg";

    /// <summary>Writes the files into an existing folder.</summary>
    public static void Write(SpecNetwork network, string title, NetworkInput input, string folder)
    {
        using (var weights = File.Create(Path.Combine(folder, Weights)))
        {
            Safetensors.Write(weights, network.state_dict());
        }

        using (var description = File.Create(Path.Combine(folder, Description)))
        {
            NetworkJson.Write(network.Spec, description);
        }

        using (var expected = File.Create(Path.Combine(folder, Input)))
        {
            input.Write(expected);
        }

        File.WriteAllText(Path.Combine(folder, Picture), NetworkPicture.Svg(network.Spec, title));
    }
}
