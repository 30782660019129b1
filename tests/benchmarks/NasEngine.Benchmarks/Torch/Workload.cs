using NasEngine.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NasEngine.Benchmarks.Torch;

/// <summary>One network with its data and its optimiser, stepped as rival.py steps its own.</summary>
internal sealed class Workload
{
    private readonly Module<Tensor, Tensor> _model;
    private readonly FlatParameters _parameters;
    private readonly Action _descend;
    private readonly Tensor _x;
    private readonly Tensor? _y;

    public Workload(string name, bool channelsLast)
    {
        manual_seed(7);
        _model = Networks.Make(name);
        if (name == "controller")
        {
            _x = tensor(new long[] { 6 });
            _parameters = FlatParameters.Of(_model);
            var adam = new FlatAdam(new AdamSettings(LearningRate: 0.0035), _parameters.Values);
            _descend = () => adam.Step(_parameters.Gradients);
            return;
        }

        var batch = name switch { "mlp" => 128, "small cnn" => 64, _ => 16 };
        _x = randn(batch, 1, 28, 28);
        _y = randint(0, 10, [batch]);
        if (channelsLast)
        {
            foreach (var convolution in _model.modules().OfType<Conv2d>())
                convolution.weight = new Parameter(ChannelsLast.Of(convolution.weight.detach()));
            _x = ChannelsLast.Of(_x);
        }

        _parameters = FlatParameters.Of(_model);
        var sgd = new Sgd(new SgdSettings(LearningRate: 0.01, Momentum: 0.9, WeightDecay: 1e-4, Clip: 0), _parameters.Values);
        _descend = () => sgd.Step(_parameters.Gradients, rateFactor: 1);
    }

    public float Step()
    {
        using var scope = NewDisposeScope();
        _parameters.ClearGradients();
        var output = _model.call(_x);
        var loss = _y is null ? output.sum().Times(-0.1) : functional.cross_entropy(output, _y);
        loss.backward();
        _descend();
        return loss.item<float>();
    }
}
