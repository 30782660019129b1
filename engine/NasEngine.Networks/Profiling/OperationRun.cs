using TorchSharp;

namespace NasEngine.Networks;

/// <summary>An operation alone, ready to run on one image, channels last in memory.</summary>
internal sealed class OperationRun : IWeightSource, IDisposable
{
    private readonly Kernel _kernel;
    private readonly torch.Tensor[] _inputs;
    private readonly Dictionary<string, torch.Tensor> _weights = new(StringComparer.Ordinal);
    private readonly RunningStatistics? _statistics;

    public OperationRun(KeyedOperation operation, torch.Device device)
    {
        var node = operation.Node;
        _kernel = Kernels.Of(node, operation.MayOverwrite);
        _inputs = [.. operation.Inputs.Select(shape => Image(shape, device))];
        foreach (var weight in node.Operation.Weights)
        {
            _weights.TryAdd(weight.Name, ParameterInitialiser.Create(weight, seed: 0, trial: 0, device));
        }

        _statistics = node.Operation is BatchNorm norm
            ? new RunningStatistics(
                torch.zeros([norm.Channels], torch.ScalarType.Float32, device),
                torch.ones([norm.Channels], torch.ScalarType.Float32, device), null)
            : null;
    }

    /// <summary>Runs it once.</summary>
    public void Run()
    {
        var output = _kernel(_inputs, this);
        if (!ReferenceEquals(output, _inputs[0]))
        {
            output.Dispose();
        }
    }

    torch.Tensor IWeightSource.Weight(Weight weight) => _weights[weight.Name];

    RunningStatistics? IWeightSource.Statistics(BatchNorm norm) => _statistics;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _inputs.Concat(_weights.Values))
        {
            tensor.Dispose();
        }

        _statistics?.Mean.Dispose();
        _statistics?.Variance.Dispose();
    }

    private static torch.Tensor Image(FeatureShape shape, torch.Device device)
    {
        using var last = torch.rand([1, shape.Height, shape.Width, shape.Channels], torch.ScalarType.Float32, device);
        return last.permute(0, 3, 1, 2);
    }
}
