using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests;

public sealed class OptimizerTests
{
    public static TheoryData<string> Kinds => ["sgd", "adam", "adamw", "rmsprop"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Training_that_resumes_from_saved_state_goes_on_as_if_never_interrupted(string kind)
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var x = rand(8, 4);
        var (whole, wholeOptimizer) = Make(kind);
        var (first, firstOptimizer) = Make(kind);
        first.load_state_dict(whole.state_dict());
        Train(whole, wholeOptimizer, x, 6);
        Train(first, firstOptimizer, x, 3);

        var (resumed, resumedOptimizer) = Make(kind);
        resumed.load_state_dict(first.state_dict());
        using var file = new MemoryStream();
        firstOptimizer.save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        resumedOptimizer.load_state_dict(new BinaryReader(file));
        Train(resumed, resumedOptimizer, x, 3);

        resumed.weight.Equals(whole.weight).Should().BeTrue();
    }

    [Fact]
    public void One_cycle_takes_every_group_to_a_largest_rate_of_its_own()
    {
        using var optimizer = optim.SGD(
            [new SGD.ParamGroup([nn.Parameter(zeros(1))], 0.1, 0.9), new SGD.ParamGroup([nn.Parameter(zeros(1))], 0.1, 0.9)], 0.1, 0.9);

        optim.lr_scheduler.OneCycleLR(optimizer, [0.5, 0.25], total_steps: 10, div_factor: 5, max_momentum: [0.9, 0.8]);

        var rates = optimizer.ParamGroups.Select(group => group.LearningRate).ToArray();
        rates[0].Should().BeApproximately(0.1, 1e-12);
        rates[1].Should().BeApproximately(0.05, 1e-12);
        var momenta = optimizer.ParamGroups.Select(group => ((SGD.ParamGroup)group).Momentum).ToArray();
        momenta[0].Should().BeApproximately(0.9, 1e-12);
        momenta[1].Should().BeApproximately(0.8, 1e-12);
    }

    [Fact]
    public void Groups_keep_their_own_rates_and_take_the_rest_from_the_defaults()
    {
        using var a = Linear(2, 2, false);
        using var b = Linear(2, 2, false);
        using var beforeA = a.weight.clone();
        using var beforeB = b.weight.clone();
        using var optimizer = optim.SGD([new SGD.ParamGroup { Parameters = a.parameters() }, new SGD.ParamGroup(b.parameters(), lr: 0.5)], 0.25);

        (a.call(ones(1, 2)).sum() + b.call(ones(1, 2)).sum()).backward();
        optimizer.step();

        a.weight.Equals(beforeA.sub(0.25)).Should().BeTrue();
        b.weight.Equals(beforeB.sub(0.5)).Should().BeTrue();
    }

    [Fact]
    public void Zeroing_the_gradients_of_an_optimizer_keeps_them_and_of_a_module_drops_them()
    {
        using var net = Linear(2, 2, false);
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        net.call(ones(1, 2)).sum().backward();

        optimizer.zero_grad();
        net.weight.grad!.sum().item<float>().Should().Be(0);
        net.zero_grad();

        net.weight.grad.Should().BeNull();
    }

    private static (Linear, OptimizerHelper) Make(string kind)
    {
        var net = Linear(4, 3);
        OptimizerHelper optimizer = kind switch
        {
            "sgd" => optim.SGD(net.parameters(), 0.1, 0.9),
            "adam" => optim.Adam(net.parameters(), 0.1, amsgrad: true),
            "adamw" => optim.AdamW(net.parameters(), 0.1, weight_decay: 0.1),
            _ => optim.RMSProp(net.parameters(), 0.1, momentum: 0.5, centered: true),
        };
        return (net, optimizer);
    }

    private static void Train(Linear net, OptimizerHelper optimizer, Tensor x, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            net.zero_grad();
            net.call(x).pow(2).mean().backward();
            optimizer.step();
        }
    }
}
