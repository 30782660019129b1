using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// A network ready to run: a kernel per node, and after which node each value is no longer needed. Holds no weights;
/// immutable and safe from several threads.
/// </summary>
public sealed class NetworkPlan
{
    private readonly Step[] _steps;

    /// <summary>Prepares a network.</summary>
    public NetworkPlan(NetworkSpec spec)
    {
        Spec = spec;
        _steps = [.. spec.Nodes.Skip(1).Select(node => new Step(Kernels.Of(node, MayOverwrite(spec, node)), node.Inputs, []))];
        var lastUse = new int[_steps.Length];
        for (var i = 0; i < _steps.Length; i++)
        {
            foreach (var input in _steps[i].Inputs)
            {
                lastUse[input] = i;
            }
        }

        for (var value = 1; value < _steps.Length; value++)
        {
            _steps[lastUse[value]].Released.Add(value);
        }
    }

    /// <summary>What it computes.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Runs a batch.</summary>
    /// <param name="images">
    /// Batch × C × H × W in any layout; not disposed. It runs channels last, which is faster on every network measured.
    /// </param>
    /// <param name="weights">Where the tensors come from.</param>
    /// <param name="through">
    /// Given every node but the image with what it computes, which the next node may overwrite, and gives what goes on: that tensor, or
    /// one made of it; null for what they compute.
    /// </param>
    /// <returns>Batch × outputs: C·H·W scalars of the last node for each image.</returns>
    public torch.Tensor Run(torch.Tensor images, IWeightSource weights, Func<Node, torch.Tensor, torch.Tensor>? through = null)
    {
        var values = new torch.Tensor[_steps.Length + 1];
        values[0] = ChannelsLast.Of(images);
        var inputs = new torch.Tensor[_steps.Max(step => step.Inputs.Length)];
        for (var i = 0; i < _steps.Length; i++)
        {
            var step = _steps[i];
            for (var j = 0; j < step.Inputs.Length; j++)
            {
                inputs[j] = values[step.Inputs[j]];
            }

            var computed = step.Kernel(inputs.AsSpan(0, step.Inputs.Length), weights);
            values[i + 1] = through?.Invoke(Spec.Nodes[i + 1], computed) ?? computed;
            foreach (var released in step.Released)
            {
                if (!ReferenceEquals(values[released], values[i + 1]))
                {
                    values[released].Dispose();
                }
            }
        }

        if (!ReferenceEquals(values[0], images))
        {
            values[0].Dispose();
        }

        using var output = values[^1];
        return output.reshape(images.shape[0], -1);
    }

    /// <summary>Whether nobody else reads the node's first input, not even the backward pass of what made it.</summary>
    internal static bool MayOverwrite(NetworkSpec spec, Node node) =>
        spec.Nodes[node.Inputs[0]].Operation is BatchNorm or Convolution or Add &&
        spec.Nodes.Sum(other => other.Inputs.Count(input => input == node.Inputs[0])) == 1;

    private sealed record Step(Kernel Kernel, ImmutableArray<int> Inputs, List<int> Released);
}
