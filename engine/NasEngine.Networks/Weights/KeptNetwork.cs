using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// A trained network that later trials start from: parameters and running statistics by name in the safetensors format, on the CPU.
/// </summary>
internal sealed class KeptNetwork : IDisposable
{
    private readonly long _candidate;
    private readonly IReadOnlyDictionary<string, torch.Tensor> _tensors;

    private KeptNetwork(long candidate, IReadOnlyDictionary<string, torch.Tensor> tensors) => (_candidate, _tensors) = (candidate, tensors);

    /// <summary>Writes a network.</summary>
    public static void Write(SpecNetwork network, Stream destination) => Safetensors.Write(destination, network.state_dict());

    /// <summary>The network of an earlier candidate.</summary>
    /// <exception cref="InputException">It is not kept.</exception>
    public static KeptNetwork Of(long candidate, IKeptNetworks kept)
    {
        using var source = kept.Open(candidate);
        return new KeptNetwork(candidate, Safetensors.Read(source, $"network of candidate {candidate}"));
    }

    /// <summary>
    /// A network of another trial with the tensors that are the same in name and shape, parameters and running statistics; what else
    /// it has is as <paramref name="fresh"/> makes it.
    /// </summary>
    /// <param name="spec">The network.</param>
    /// <param name="fresh">First values of a weight that is not handed on.</param>
    /// <param name="matching">Whether tensors may be left over on either side, or have other shapes.</param>
    /// <param name="device">Where it lives.</param>
    /// <exception cref="InputException">Something does not fit, and <paramref name="matching"/> is false.</exception>
    public SpecNetwork HandOn(NetworkSpec spec, Func<Weight, torch.Tensor> fresh, bool matching, torch.Device device)
    {
        if (!matching)
        {
            MustFit(spec);
        }

        var network = new SpecNetwork(spec, weight => Fits(weight.Name, [.. weight.Shape.Select(size => (long)size)]) is { } tensor
            ? tensor.to(device, copy: true).DetachFromDisposeScope()
            : fresh(weight), device);
        using var withoutGradients = torch.no_grad();
        foreach (var (name, buffer) in network.named_buffers())
        {
            if (Fits(name, buffer.shape) is { } tensor)
            {
                buffer.copy_(tensor);
            }
        }

        return network;
    }

    /// <summary>
    /// A larger network that computes what the kept one does: in evaluation up to rounding, and in training too once the batch norms
    /// that pass on what they read have seen images (<see cref="GrownNetwork.Settle"/>).
    /// </summary>
    /// <param name="spec">The larger network.</param>
    /// <param name="space">The space, which says how what is new begins.</param>
    /// <param name="copies">Which units are copied.</param>
    /// <param name="device">Where it lives.</param>
    /// <exception cref="InputException">The kept network cannot grow into it.</exception>
    public GrownNetwork Grow(NetworkSpec spec, IMorphSpace space, UnitCopies copies, torch.Device device)
    {
        try
        {
            return GrownNetwork.Of(_tensors, spec, space.BeginningOf, copies, device);
        }
        catch (InputException problem)
        {
            throw new InputException($"The network cannot grow from that of candidate {_candidate}: {problem.Message}", problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _tensors.Values)
        {
            tensor.Dispose();
        }
    }

    private torch.Tensor? Fits(string name, long[] shape) =>
        _tensors.TryGetValue(name, out var tensor) && tensor.shape.AsSpan().SequenceEqual(shape) ? tensor : null;

    private void MustFit(NetworkSpec spec)
    {
        foreach (var weight in spec.Weights)
        {
            if (Fits(weight.Name, [.. weight.Shape.Select(size => (long)size)]) is null)
            {
                var there = _tensors.TryGetValue(weight.Name, out var tensor)
                    ? $"has it as [{string.Join(", ", tensor.shape)}]"
                    : "has none";
                throw new InputException(
                    $"The network cannot start from that of candidate {_candidate}: it has a tensor '{weight.Name}' "
                    + $"[{string.Join(", ", weight.Shape)}], and the other {there}; inherit: matching hands on what fits and draws the "
                    + $"rest anew.");
            }
        }
    }
}
