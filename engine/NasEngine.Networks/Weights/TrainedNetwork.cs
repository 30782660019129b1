using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>A trained network as its files have it, on the CPU and in evaluation mode.</summary>
/// <param name="network">The network; disposed with this.</param>
/// <param name="input">What it expects of its input.</param>
public sealed class TrainedNetwork(SpecNetwork network, NetworkInput input) : IDisposable
{
    private readonly Dictionary<string, torch.Tensor> _tensors = network.state_dict();

    /// <summary>The network.</summary>
    public SpecNetwork Network { get; } = network;

    /// <summary>What it expects of its input.</summary>
    public NetworkInput Input { get; } = input;

    /// <summary>Reads the folder of a winner.</summary>
    /// <param name="folder">Folder with description, weights and input, as <see cref="NetworkArtifacts"/> writes it.</param>
    /// <param name="input">What it expects of its input, where the folder does not say: those of earlier programs do not.</param>
    /// <exception cref="InputException">A file is missing, damaged, or does not fit the others.</exception>
    public static TrainedNetwork Read(string folder, Func<NetworkInput> input)
    {
        NetworkSpec spec;
        using (var description = Open(folder, NetworkArtifacts.Description))
        {
            spec = NetworkJson.Read(description);
        }

        using var weights = Open(folder, NetworkArtifacts.Weights);
        return Read(spec, weights, Path.Combine(folder, NetworkArtifacts.Weights), InputIn(folder) ?? input());
    }

    /// <summary>Reads the tensors of a network.</summary>
    /// <param name="spec">What it computes.</param>
    /// <param name="weights">Parameters and running statistics in the safetensors format.</param>
    /// <param name="name">What they are called in messages.</param>
    /// <param name="input">What it expects of its input.</param>
    /// <exception cref="InputException">They are damaged or not those of the network, or its input is another.</exception>
    public static TrainedNetwork Read(NetworkSpec spec, Stream weights, string name, NetworkInput input)
    {
        var tensors = Safetensors.Read(weights, name);
        try
        {
            if (spec.Input != input.Shape)
            {
                throw new InputException($"The network takes {spec.Input}, and '{name}' was trained on {input.Shape}.");
            }

            var network =
                new SpecNetwork(spec, weight => Of(tensors, weight.Name, [.. weight.Shape.Select(size => (long)size)], name), torch.CPU);
            using var withoutGradients = torch.no_grad();
            foreach (var (buffer, values) in network.named_buffers())
            {
                using var there = Of(tensors, buffer, values.shape, name);
                values.copy_(there);
            }

            network.eval();
            return new TrainedNetwork(network, input);
        }
        finally
        {
            foreach (var tensor in tensors.Values)
            {
                tensor.Dispose();
            }
        }
    }

    /// <summary>The numbers of a tensor of it, row-major.</summary>
    public float[] Values(Weight weight)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        return _tensors[weight.Name].detach().cpu().contiguous().data<float>().ToArray();
    }

    /// <summary>What it gives for inputs, count × outputs: logits, or numbers in units of the data.</summary>
    /// <param name="inputs">Count × C × H × W numbers in units of the data.</param>
    /// <param name="count">How many inputs.</param>
    public float[] Outputs(float[] inputs, int count)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        using var normalisation = new Normalisation(new PixelStatistics([.. Input.Mean], [.. Input.Deviation]), torch.CPU);
        var images = torch.tensor(inputs, [count, Input.Shape.Channels, Input.Shape.Height, Input.Shape.Width]);
        var outputs = Network.forward(normalisation.Apply(images)).contiguous().data<float>().ToArray();
        return Input.Target is { } target ? [.. outputs.Select(output => (output * target.Deviation) + target.Mean)] : outputs;
    }

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();

    private static NetworkInput? InputIn(string folder)
    {
        var path = Path.Combine(folder, NetworkArtifacts.Input);
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        return NetworkInput.Read(file, path);
    }

    private static FileStream Open(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.OpenRead(path) : throw new InputException(
            $"There is no '{path}': the files of this winner were taken away, or its estimator writes none.");
    }

    private static torch.Tensor Of(IReadOnlyDictionary<string, torch.Tensor> tensors, string name, long[] shape, string source) =>
        tensors.TryGetValue(name, out var tensor) && tensor.shape.AsSpan().SequenceEqual(shape) && tensor.dtype == torch.ScalarType.Float32
            ? tensor.clone().DetachFromDisposeScope()
            : throw new InputException(
                $"'{source}' has no tensor '{name}' of float32 [{string.Join(", ", shape)}], which the network needs; it is of another "
                + $"network.");
}
