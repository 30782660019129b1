using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>Networks with random weights and running statistics, as trained ones are read from their files.</summary>
internal static class RandomNetworks
{
    public static TrainedNetwork Of(NetworkSpec spec, ulong seed = 1)
    {
        var network = new SpecNetwork(spec, seed, 0, torch.CPU);
        using (torch.no_grad())
        {
            foreach (var (name, values) in network.state_dict().Where(pair => pair.Value.dim() == 1))
            {
                using var generator = new torch.Generator(RandomSource.Key(seed, 0, name));
                if (name.EndsWith("running_var", StringComparison.Ordinal) || name.EndsWith(".weight", StringComparison.Ordinal))
                {
                    values.uniform_(0.5, 1.5, generator);
                }
                else
                {
                    values.normal_(0, 0.2, generator);
                }
            }
        }

        network.eval();
        var channels = spec.Input.Channels;
        return new TrainedNetwork(network, new NetworkInput(
            spec.Input,
            [.. Enumerable.Range(0, channels).Select(channel => 100f + channel)],
            [.. Enumerable.Range(0, channels).Select(channel => 50f + channel)],
            [.. Enumerable.Range(0, (int)spec.Output.Count).Select(number => $"class {number}")],
            "noise",
            "00"));
    }
}
