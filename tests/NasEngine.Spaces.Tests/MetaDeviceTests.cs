using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp;

namespace NasEngine.Spaces.Tests;

/// <summary>
/// Every space's networks on the device <c>meta</c>, which has shapes and no values and stands for a second device: an operation
/// that mixes it with a tensor of the processor fails.
/// </summary>
public sealed class MetaDeviceTests
{
    private static readonly torch.Device Meta = new(DeviceType.META);

    public static TheoryData<string> Mixtures => [.. AllSpaces.Ids.Where(id => AllSpaces.Make(id, ("scale", "mini")) is IMixtureSpace)];

    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void A_network_runs_trains_and_steps_where_it_was_made(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        var random = RandomSource.For(31, 0, id);
        foreach (var path in space.References.Values.Take(3).Concat(Enumerable.Range(0, 5).Select(_ => space.Decisions.Sample(random))))
        {
            using var scope = torch.NewDisposeScope();
            using var network = new SpecNetwork(space.Describe(path), 1, 0, Meta);

            Backward(network.forward(Images(space)), space);

            network.Weights.Values.Should().OnlyContain(weight => weight.device_type == DeviceType.META && weight.grad!.device_type == DeviceType.META);
            network.buffers().Should().OnlyContain(buffer => buffer.device_type == DeviceType.META);
            network.eval();
            network.forward(Images(space)).device_type.Should().Be(DeviceType.META);
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void Paths_through_shared_weights_stay_where_those_are(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        using var supernet = new Supernet(space, 1, Meta, threads: 1);
        using var scope = torch.NewDisposeScope();
        var path = space.Decisions.Sample(RandomSource.For(32, 0, id));

        Backward(new NetworkPlan(supernet.Describe(path)).Run(Images(space), new Leaves(supernet.Weights)), space);

        supernet.Weights.Tensors.Values.Should().OnlyContain(tensor => tensor.device_type == DeviceType.META);
    }

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void Mixtures_through_shared_weights_stay_where_those_are(string id)
    {
        var space = (IMixtureSpace)AllSpaces.Make(id, ("scale", "mini"));
        using var supernet = new Supernet(space, 1, Meta, threads: 1);
        using var scope = torch.NewDisposeScope();
        var mixture = space.Relaxed.Decisions.Aggregate(Mixture.Of(space.Decisions.Id), (one, decision) =>
            one.With(decision.Name, [.. Enumerable.Repeat(1.0 / decision.Count, decision.Count)]));
        var leaves = new Leaves(supernet.Weights, mixture);

        Backward(new NetworkPlan(supernet.Describe(mixture)).Run(Images(space), leaves), space);

        leaves.OfChoices.Should().NotBeEmpty().And.OnlyContain(choices => choices.grad!.device_type == DeviceType.META);
    }

    private static torch.Tensor Images(INetworkSpace space) =>
        torch.zeros([2, space.Input.Channels, space.Input.Height, space.Input.Width], torch.ScalarType.Float32, Meta);

    private static void Backward(torch.Tensor logits, INetworkSpace space)
    {
        logits.shape.Should().Equal(2, space.Classes);
        torch.nn.functional.cross_entropy(logits, torch.zeros([2], torch.ScalarType.Int64, Meta)).backward();
    }

    /// <summary>Shared weights and the weights of choices as leaves of the graph.</summary>
    private sealed class Leaves(SharedWeights shared, Mixture? mixture = null) : IWeightSource
    {
        private readonly Dictionary<string, torch.Tensor> _choices = (mixture ?? Mixture.Of("")).Decisions.ToDictionary(
            pair => pair.Key, pair => torch.zeros([pair.Value.Length], torch.ScalarType.Float32, Meta).requires_grad_());

        public IEnumerable<torch.Tensor> OfChoices => _choices.Values;

        public torch.Tensor Weight(Weight weight) => shared.Part(weight).detach().requires_grad_();

        public RunningStatistics? Statistics(BatchNorm norm) => null;

        public torch.Tensor Choices(string decision) => _choices[decision];
    }
}
