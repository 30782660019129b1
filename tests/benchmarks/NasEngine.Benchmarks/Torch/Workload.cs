using NasEngine.Networks;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NasEngine.Benchmarks.Torch;

/// <summary>
/// One network with its data and its optimiser, stepped as rival.py steps its own: by the engine's execution of a description,
/// from the first weights that the same layers of the rival get.
/// </summary>
internal sealed class Workload
{
    private readonly Module<Tensor, Tensor> _model;
    private readonly FlatParameters _parameters;
    private readonly Tensor _x;
    private readonly Tensor? _y;
    private readonly Action _descend;

    public Workload(string name, bool channelsLast)
    {
        manual_seed(7);
        var layers = Networks.Make(name);
        if (name == "controller")
        {
            _model = layers;
            _x = tensor(new long[] { 6 });
            _parameters = FlatParameters.Of(_model);
            var adam = new FlatAdam(new AdamSettings(LearningRate: 0.0035), _parameters.Values);
            _descend = () => adam.Step(_parameters.Gradients);
            return;
        }

        var batch = name switch { "mlp" => 128, "small cnn" => 64, _ => 16 };
        _x = randn(batch, 1, 28, 28);
        _y = randint(0, 10, [batch]);
        _x = channelsLast ? ChannelsLast.Of(_x) : _x;
        _model = OnTheWeightsOf(layers, Specs.Of(name));
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

    private static SpecNetwork OnTheWeightsOf(Module layers, NetworkSpec spec)
    {
        var network = new SpecNetwork(spec, seed: 7, trial: 0, CPU);
        using var withoutGradients = no_grad();
        foreach (var (own, given) in network.Weights.Values.Zip(layers.parameters(), (own, given) => (own, given)))
        {
            own.copy_(given);
        }

        return network;
    }
}
