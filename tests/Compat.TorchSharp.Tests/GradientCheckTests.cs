using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Compat.TorchSharp.Tests;

/// <summary>Everything composed here rather than in libtorch, against central differences in double precision.</summary>
public sealed class GradientCheckTests
{
    private static readonly Dictionary<string, (long[] Shape, Func<Tensor, Tensor> Function)> Composed = new()
    {
        ["normalize"] = ([3, 4], x => F.normalize(x)),
        ["categorical log_prob"] = ([3, 4], x => distributions.Categorical(logits: x).log_prob(tensor(new long[] { 0, 3, 1 }))),
        ["categorical entropy"] = ([3, 4], x => distributions.Categorical(logits: x).entropy()),
        ["normal log_prob"] = ([2, 3], x => distributions.Normal(x[0], x[1].exp()).log_prob(ones(3, float64))),
        ["normal entropy"] = ([3], x => distributions.Normal(x, x.exp()).entropy()),
        ["softsign"] = ([5], x => F.softsign(x)),
        ["tanhshrink"] = ([5], x => F.tanhshrink(x)),
        ["softmin"] = ([2, 4], x => F.softmin(x, 1)),
        ["number minus tensor, number over tensor"] = ([5], x => (2.0 - x) + (3.0 / (x + 9))),
        ["lstm without a batch"] = ([3, 2], x => LSTM(2, 3, dtype: float64).call(x).Item1),
        ["lstm cell without a batch"] = ([2], x => LSTMCell(2, 3, dtype: float64).call(x).Item1),
        ["index expression"] = ([3, 4, 2], x => x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[] { 2, 0, 2 })), 1] * 3),
        ["area interpolation"] = ([1, 2, 4, 6], x => F.interpolate(x, [2, 3], mode: InterpolationMode.Area)),
    };

    public static TheoryData<string> Names => [.. Composed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_equals_central_differences(string name)
    {
        const double Step = 1e-6;
        using var scope = NewDisposeScope();
        var (shape, function) = Composed[name];
        using var generator = new Generator(11);
        var x = randn(shape, float64, generator: generator);
        double Value(Tensor at)
        {
            manual_seed(4);
            using var untracked = no_grad();
            return Weighted(function(at)).ToDouble();
        }

        manual_seed(4);
        var tracked = x.clone().requires_grad_();
        Weighted(function(tracked)).backward();
        var gradient = tracked.grad!.flatten();
        for (var i = 0L; i < x.numel(); i++)
        {
            var shift = zeros_like(x).flatten();
            shift[i] = tensor(Step);
            var offset = shift.view(shape);
            var difference = (Value(x + offset) - Value(x - offset)) / (2 * Step);
            gradient[i].ToDouble().Should().BeApproximately(difference, 1e-7 + (1e-6 * Math.Abs(difference)));
        }
    }

    private static Tensor Weighted(Tensor value) => (value.flatten() * linspace(-1, 2, value.numel(), float64)).sum();
}
