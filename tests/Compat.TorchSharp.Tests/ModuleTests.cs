using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void Parameters_and_buffers_have_the_names_of_pytorch()
    {
        using var net = new Net();

        net.state_dict().Keys.Should().Equal(
            "scale", "body.0.weight", "body.1.weight", "body.1.bias", "head.weight", "head.bias",
            "body.1.running_mean", "body.1.running_var", "body.1.num_batches_tracked");
    }

    [Fact]
    public void Training_a_small_network_lowers_its_loss()
    {
        manual_seed(1);
        using var net = new Net();
        using var optimizer = optim.SGD(net.parameters(), 0.1, momentum: 0.9);
        using var x = rand(16, 3, 8, 8);
        using var y = randint(0, 4, [16]);
        float Step()
        {
            using var scope = NewDisposeScope();
            var loss = functional.cross_entropy(net.call(x), y);
            net.zero_grad();
            loss.backward();
            optimizer.step();
            return loss.item<float>();
        }

        var first = Step();
        for (var i = 0; i < 60; i++) Step();

        Step().Should().BeLessThan(first / 2);
    }

    [Fact]
    public void A_saved_module_loads_into_another_one()
    {
        using var source = new Net();
        using var target = new Net();
        using var file = new MemoryStream();

        source.save(new BinaryWriter(file));
        file.Position = 0;
        target.load(new BinaryReader(file));

        foreach (var (name, tensor) in source.state_dict())
            target.state_dict()[name].Equals(tensor).Should().BeTrue(name);
    }

    [Fact]
    public void A_parameter_without_a_gradient_is_left_alone_by_the_optimizer()
    {
        using var used = Linear(2, 2);
        using var unused = Linear(2, 2);
        using var before = unused.weight.clone();
        using var optimizer = optim.SGD(
            used.parameters().Concat(unused.parameters()), 0.1, momentum: 0.9, weight_decay: 0.1);

        used.call(ones(1, 2)).sum().backward();
        optimizer.step();

        unused.weight.Equals(before).Should().BeTrue();
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = Parameter(ones(1));
        private readonly Sequential body = Sequential(Conv2d(3, 6, 3, padding: 1, bias: false), BatchNorm2d(6), ReLU());
        private readonly Linear head = Linear(6, 4);

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var features = functional.adaptive_avg_pool2d(body.call(input), 1).flatten(1);
            return head.call(features) * scale;
        }
    }
}
