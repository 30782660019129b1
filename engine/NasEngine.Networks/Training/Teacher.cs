using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// A trained network whose answers another one learns: T²·KL(softmax(teacher/T) ‖ softmax(network/T)), up to the teacher's entropy, which
/// no gradient sees (Hinton, Vinyals and Dean, arXiv 1503.02531, section 2).
/// </summary>
internal sealed class Teacher : IDisposable
{
    private readonly TrainedNetwork _trained;
    private readonly double _temperature;

    /// <summary>Reads it.</summary>
    /// <param name="options">Its files.</param>
    /// <param name="input">What the networks that learn from it expect of their input.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="device">Where it runs.</param>
    /// <exception cref="InputException">A file is not what it should be, or the network is for other images or classes.</exception>
    public Teacher(TeacherOptions options, NetworkInput input, int classes, torch.Device device)
    {
        (_temperature, Share, Hints) = (options.Temperature, options.Share, options.Hints);
        Hash = options.Description.Hash + options.Weights.Hash;
        var spec = options.Description.Read(NetworkJson.Read);
        if (spec.Input != input.Shape || spec.Output.Count != classes)
        {
            throw new InputException(
                $"The teacher '{options.Description.Path}' takes {spec.Input} and knows {spec.Output.Count} classes; the data has "
                + $"{input.Shape} in {classes}.");
        }

        _trained = options.Weights.Read(weights => TrainedNetwork.Read(spec, weights, options.Weights.Path, input));
        _trained.Network.to(device);
    }

    /// <summary>What is in its files, as one text.</summary>
    public string Hash { get; }

    /// <summary>Its share in the loss.</summary>
    public double Share { get; }

    /// <summary>Weight in the loss of looking where it looks; 0 for none.</summary>
    public double Hints { get; }

    /// <summary>What it computes.</summary>
    public NetworkSpec Spec => _trained.Network.Spec;

    /// <summary>How far outputs are from its own.</summary>
    /// <param name="outputs">Batch × classes, of the network that learns.</param>
    /// <param name="images">The batch.</param>
    public torch.Tensor Loss(torch.Tensor outputs, torch.Tensor images)
    {
        using var withoutGradients = torch.no_grad();
        var theirs = _trained.Network.forward(images);
        using var withGradients = torch.enable_grad();
        return Distance(outputs, theirs);
    }

    /// <summary>How far outputs, and where the network looks, are from its own, each in its weight.</summary>
    /// <param name="outputs">Batch × classes, of the network that learns.</param>
    /// <param name="attention">Where it looks, at some nodes.</param>
    /// <param name="images">The batch.</param>
    /// <param name="nodes">Numbers of the teacher's nodes that belong to those.</param>
    public torch.Tensor Loss(torch.Tensor outputs, torch.Tensor[] attention, torch.Tensor images, int[] nodes)
    {
        using var withoutGradients = torch.no_grad();
        var (theirs, looks) = AttentionTransfer.Run(_trained.Network, images, nodes);
        using var withGradients = torch.enable_grad();
        return Distance(outputs, theirs).Times(Share).Plus(AttentionTransfer.Distance(attention, looks), Hints);
    }

    private torch.Tensor Distance(torch.Tensor outputs, torch.Tensor theirs) => torch.nn.functional
        .cross_entropy(outputs.Times(1 / _temperature), theirs.Times(1 / _temperature).softmax(1)).Times(_temperature * _temperature);

    /// <inheritdoc/>
    public void Dispose() => _trained.Dispose();
}
