using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests;

public sealed class HookTests
{
    [Fact]
    public void Hooks_run_around_call_in_order_may_change_values_and_can_be_removed()
    {
        using var scope = NewDisposeScope();
        using var module = Identity();
        var order = new List<string>();
        var before = module.register_forward_pre_hook((_, input) =>
        {
            order.Add("before");
            return input + 1;
        });
        module.register_forward_hook((_, _, output) =>
        {
            order.Add("after");
            return output * 10;
        });

        module.call(tensor(1f)).item<float>().Should().Be(20);
        module.forward(tensor(1f)).item<float>().Should().Be(1);
        before.remove();
        module.call(tensor(1f)).item<float>().Should().Be(10);

        order.Should().Equal("before", "after", "after");
    }
}
