using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests;

public sealed class SequentialTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Two_modules_may_have_one_name()
    {
        var sequence = Sequential(("a", Linear(4, 4)), ("b", ReLU()), ("a", Linear(4, 4)));

        sequence[(1, null)].Count.Should().Be(2);
        sequence[0..1][0].Should().BeSameAs(sequence[0]);
        sequence.parameters().Should().HaveCount(4);
        sequence.state_dict().Keys.Should().Equal("a.weight", "a.bias");
    }

    [Fact]
    public void Training_mode_and_disposal_reach_every_module()
    {
        var (dropout, linear) = (Dropout(), Linear(2, 2));
        var sequence = Sequential(dropout, linear);

        sequence.eval();
        dropout.training.Should().BeFalse();
        sequence.Dispose();
        linear.weight.IsInvalid.Should().BeTrue();
    }

    [Fact]
    public void A_deriving_class_says_how_modules_of_any_kind_run()
    {
        var pair = new Pair(("one", Linear(3, 5)), ("two", Linear(4, 5)));

        pair.call(ones(2, 3), ones(2, 4)).shape.Should().Equal(2, 5);
        pair.Count.Should().Be(2);
        pair[1].Should().BeOfType<Linear>();
        pair.named_parameters().Select(entry => entry.name).Should().Equal("one.weight", "one.bias", "two.weight", "two.bias");
        pair.append(ReLU()).Count.Should().Be(3);
        FluentActions.Invoking(() => pair[0..1]).Should().Throw<NotSupportedException>().WithMessage("*Pair*Slice*");
    }

    public void Dispose() => _scope.Dispose();

    private sealed class Pair(params (string, nn.Module)[] modules) : Sequential<Tensor, Tensor, Tensor>(modules)
    {
        public override Tensor forward(Tensor input1, Tensor input2) =>
            ((Linear)this[0]).call(input1) + ((Linear)this[1]).call(input2);
    }
}
