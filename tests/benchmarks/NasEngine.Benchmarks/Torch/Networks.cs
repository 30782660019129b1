using NasEngine.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NasEngine.Benchmarks.Torch;

/// <summary>The networks of rival.py, layer by layer, so that the same seed gives the same weights on both sides.</summary>
internal static class Networks
{
    public static readonly (int Expansion, int Outputs, int Count, int Stride)[] MobileNetV2 =
        [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)];

    public static readonly (int Expansion, int Outputs, int Count, int Stride)[] Path =
        [(1, 8, 1, 1), (3, 12, 2, 2), (3, 16, 2, 2), (3, 24, 2, 1)];

    public static Module<Tensor, Tensor> Make(string name) => name switch
    {
        "mlp" => Sequential(Flatten(), Linear(784, 128), ReLU(), Linear(128, 64), ReLU(), Linear(64, 10)),
        "small cnn" => Sequential(
            Conv2d(1, 16, 3, padding: 1), BatchNorm2d(16), ReLU(), MaxPool2d(2),
            Conv2d(16, 32, 3, padding: 1), BatchNorm2d(32), ReLU(), MaxPool2d(2), Flatten(), Linear(1568, 10)),
        "mobilenet v2" => Mobile(32, MobileNetV2, 1280, () => ReLU6(), 3, false),
        "single path" => Mobile(8, Path, 64, () => Hardswish(), 3, true),
        _ => new Controller(20, 6, 64),
    };

    private static Sequential Mobile(
        int stem, (int Expansion, int Outputs, int Count, int Stride)[] blocks, int last, Func<Module<Tensor, Tensor>> activation,
        int kernel, bool attention)
    {
        var layers = new List<Module<Tensor, Tensor>> { Conv2d(1, stem, 3, 1, 1, bias: false), BatchNorm2d(stem), activation() };
        var inputs = stem;
        foreach (var (expansion, outputs, count, stride) in blocks)
        {
            for (var i = 0; i < count; i++)
            {
                layers.Add(new InvertedResidual(inputs, outputs, i == 0 ? stride : 1, expansion, kernel, activation, attention));
                inputs = outputs;
            }
        }

        layers.AddRange([Conv2d(inputs, last, 1, bias: false), BatchNorm2d(last), activation(), AdaptiveAvgPool2d(1), Flatten(), Linear(last, 10)]);
        return Sequential(layers);
    }

    private sealed class SqueezeExcite : Module<Tensor, Tensor>
    {
        private readonly Conv2d reduce;
        private readonly Conv2d expand;

        public SqueezeExcite(int channels) : base(nameof(SqueezeExcite))
        {
            reduce = Conv2d(channels, Math.Max(channels / 4, 4), 1);
            expand = Conv2d(Math.Max(channels / 4, 4), channels, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var scale = functional.adaptive_avg_pool2d(input, 1);
            return (input * functional.hardsigmoid(expand.call(functional.relu(reduce.call(scale))))).MoveToOuterDisposeScope();
        }
    }

    private sealed class InvertedResidual : Module<Tensor, Tensor>
    {
        private readonly Sequential body;
        private readonly bool _skip;

        public InvertedResidual(
            int inputs, int outputs, int stride, int expansion, int kernel, Func<Module<Tensor, Tensor>> activation, bool attention)
            : base(nameof(InvertedResidual))
        {
            var hidden = inputs * expansion;
            var layers = new List<Module<Tensor, Tensor>>();
            if (expansion != 1) layers.AddRange([Conv2d(inputs, hidden, 1, bias: false), BatchNorm2d(hidden), activation()]);
            layers.AddRange([Conv2d(hidden, hidden, kernel, stride, kernel / 2, groups: hidden, bias: false), BatchNorm2d(hidden), activation()]);
            if (attention) layers.Add(new SqueezeExcite(hidden));
            layers.AddRange([Conv2d(hidden, outputs, 1, bias: false), BatchNorm2d(outputs)]);
            body = Sequential(layers);
            _skip = stride == 1 && inputs == outputs;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var output = body.call(input);
            if (!_skip) return output;
            using (output) return input.Plus(output);
        }
    }
}
