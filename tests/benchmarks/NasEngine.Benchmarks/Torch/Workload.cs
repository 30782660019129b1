using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NasEngine.Benchmarks.Torch;

/// <summary>One network with its data and its optimiser, stepped as rival.py steps its own.</summary>
internal sealed class Workload
{
    private readonly Module<Tensor, Tensor> _model;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _x;
    private readonly Tensor? _y;

    public Workload(string name, bool channelsLast)
    {
        manual_seed(7);
        _model = Networks.Make(name);
        if (name == "controller")
        {
            _x = tensor(new long[] { 6 });
            _optimizer = optim.Adam(_model.parameters(), 0.0035);
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

        _optimizer = optim.SGD(_model.parameters(), 0.01, 0.9, weight_decay: 1e-4);
    }

    public float Step()
    {
        using var scope = NewDisposeScope();
        _model.zero_grad();
        var output = _model.call(_x);
        var loss = _y is null ? output.sum() * -0.1 : functional.cross_entropy(output, _y);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }
}
