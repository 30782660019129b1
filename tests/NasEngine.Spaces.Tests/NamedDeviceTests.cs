using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using TorchSharp;

namespace NasEngine.Spaces.Tests;

/// <summary>Networks of every space run where they are made, and nothing of them anywhere else.</summary>
[Collection(AloneCollection.Name)]
public sealed class NamedDeviceTests
{
    public static TheoryData<string> Mixtures => [.. AllSpaces.Ids.Where(id => AllSpaces.Make(id, ("scale", "mini")) is IMixtureSpace)];

    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void A_network_of_its_own(string id)
    {
        using var elsewhere = new ElsewhereByDefault();
        using var scope = torch.NewDisposeScope();
        var space = AllSpaces.Make(id, ("scale", "mini"));
        foreach (var path in Paths(space))
        {
            using var network = new SpecNetwork(space.Describe(path), 1, 0, torch.CPU);
            var batch = Images(space);

            torch.nn.functional.cross_entropy(network.forward(batch.Images), batch.Labels).backward();
            network.eval();

            network.forward(batch.Images).device_type.Should().Be(DeviceType.CPU);
            network.Weights.Values.Should().OnlyContain(weight => weight.device_type == DeviceType.CPU && weight.grad!.device_type == DeviceType.CPU);
            network.buffers().Where(buffer => buffer.device_type != DeviceType.CPU).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void Paths_through_shared_weights(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        Run(space, [.. Paths(space)], PassGradients.Weights);
    }

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void Mixtures_through_shared_weights(string id)
    {
        var space = (IMixtureSpace)AllSpaces.Make(id, ("scale", "mini"));
        var all = space.Relaxed.Decisions.Aggregate(Mixture.Of(space.Decisions.Id), (one, decision) =>
            one.With(decision.Name, [.. Enumerable.Repeat(1.0 / decision.Count, decision.Count)]));
        Run(space, [all, space.Mixture(Paths(space).First())], PassGradients.Weights | PassGradients.Choices);
    }

    private static void Run(INetworkSpace space, IReadOnlyList<Route> routes, PassGradients gradients)
    {
        using var elsewhere = new ElsewhereByDefault();
        using var scope = torch.NewDisposeScope();
        using var supernet = new Supernet(space, 1, torch.CPU, threads: 1);
        using var sum = new GradientSum(supernet.Weights);
        var batch = Images(space);
        supernet.Run([.. routes.Select(route => new Pass(route, batch, gradients))], (_, result) => sum.Add(result, 0.5), default);
        sum.Gradients.Views.Values.Should().NotBeEmpty().And.OnlyContain(gradient => gradient.device_type == DeviceType.CPU);
    }

    private static IEnumerable<Architecture> Paths(INetworkSpace space)
    {
        var random = RandomSource.For(31, 0, space.Decisions.Id);
        return space.References.Values.Take(2).Concat(Enumerable.Range(0, 4).Select(_ => space.Decisions.Sample(random)));
    }

    private static Batch Images(INetworkSpace space) => new(
        torch.zeros([2, space.Input.Channels, space.Input.Height, space.Input.Width], torch.ScalarType.Float32, torch.CPU),
        torch.zeros([2], torch.ScalarType.Int64, torch.CPU));
}
