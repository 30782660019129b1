using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Compat.TorchSharp.Tests;

/// <summary>The cell is one node of the graph here; its oracle is the same cell made of small operators.</summary>
public sealed class LstmCellTests : IDisposable
{
    private const int Inputs = 3;
    private const int Hidden = 4;

    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Values_and_gradients_are_those_of_small_operators_to_the_last_bit(bool useHidden, bool useCell)
    {
        manual_seed(5);
        var cell = nn.LSTMCell(Inputs, Hidden);
        var (x, h, c) = (Leaf(float32, 2, Inputs), Leaf(float32, 2, Hidden), Leaf(float32, 2, Hidden));

        var fused = Gradients(cell.call(x, (h, c)), cell, x, h, c);
        var composed = Gradients(Composed(cell, x, h, c), cell, x, h, c);

        fused.Should().HaveCount(7);
        foreach (var (one, other) in fused.Zip(composed)) one.eq(other).all().item<bool>().Should().BeTrue();

        Tensor[] Gradients((Tensor H, Tensor C) result, LSTMCell owner, params Tensor[] inputs)
        {
            var loss = useHidden ? (result.H * linspace(-1, 1, Hidden)).sum() : zeros(1);
            if (useCell) loss = loss + (result.C * linspace(2, -1, Hidden)).sum();
            return [.. autograd.grad([loss.sum()], [.. inputs, .. owner.parameters()])];
        }
    }

    [Fact]
    public void A_gradient_of_a_gradient_through_several_steps_equals_central_differences()
    {
        const double Step = 1e-6;
        manual_seed(6);
        var cell = nn.LSTMCell(Hidden, Hidden, dtype: float64);
        var x = Leaf(float64, 1, Hidden);

        var second = autograd.grad([SquaredGradient(x, create: true)], [x])[0].flatten();
        for (var i = 0; i < Hidden; i++)
        {
            var shift = zeros(1, Hidden, float64);
            shift[0, i] = tensor(Step);
            var above = SquaredGradient((x + shift).detach().requires_grad_(), create: false).ToDouble();
            var below = SquaredGradient((x - shift).detach().requires_grad_(), create: false).ToDouble();
            second[i].ToDouble().Should().BeApproximately((above - below) / (2 * Step), 1e-6);
        }

        Tensor SquaredGradient(Tensor start, bool create)
        {
            var (h, c) = (zeros(1, Hidden, float64), zeros(1, Hidden, float64));
            var input = start;
            for (var step = 0; step < 3; step++)
            {
                (h, c) = cell.call(input, (h, c));
                input = h * 2;
            }

            return autograd.grad([(h + (c * c)).sum()], [start], create_graph: create)[0].square().sum();
        }
    }

    public void Dispose() => _scope.Dispose();

    private static Tensor Leaf(ScalarType type, params long[] shape) => randn(shape, type).requires_grad_();

    private static (Tensor, Tensor) Composed(LSTMCell cell, Tensor x, Tensor h, Tensor c)
    {
        var gates = (F.linear(h, cell.weight_hh, cell.bias_hh) + F.linear(x, cell.weight_ih, cell.bias_ih)).chunk(4, 1);
        var next = (gates[1].sigmoid() * c) + (gates[0].sigmoid() * gates[2].tanh());
        return (gates[3].sigmoid() * next.tanh(), next);
    }
}
