using NasEngine.Networks.Tests.Estimators;
using TorchSharp;

namespace NasEngine.Networks.Tests.Weights;

/// <summary>The names in a winner's <c>weights.safetensors</c>, by which others load it.</summary>
public sealed class ExportedNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-names-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void They_are_those_of_torchs_own_modules_below_the_names_of_the_description()
    {
        var space = EstimatorFixture.Space;
        using var scope = torch.NewDisposeScope();
        using var network = new SpecNetwork(space.Describe(space.Decisions.Architecture([2, 0, 1])), 1, 0, torch.CPU);

        NetworkArtifacts.Write(network, "toy", NetworkInput.Of(new ToyData()), _folder);

        using var file = File.OpenRead(Path.Combine(_folder, "weights.safetensors"));
        Safetensors.Read(file, "test").Select(pair => $"{pair.Key} [{string.Join(", ", pair.Value.shape)}]").Should().Equal(
            "block.op0.bn.bias [8]",
            "block.op0.bn.running_mean [8]",
            "block.op0.bn.running_var [8]",
            "block.op0.bn.weight [8]",
            "block.op0.weight [8, 8, 3, 3]",
            "classifier.bias [10]",
            "classifier.weight [10, 8]",
            "stem.bn.bias [8]",
            "stem.bn.running_mean [8]",
            "stem.bn.running_var [8]",
            "stem.bn.weight [8]",
            "stem.weight [8, 1, 3, 3]");
    }

    [Fact]
    public void They_are_the_parameters_and_buffers_of_the_network_and_no_others()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new SpecNetwork(EstimatorFixture.Space.Describe(EstimatorFixture.Space.All().First()), 1, 0, torch.CPU);

        network.state_dict().Keys.Should().BeEquivalentTo(
            network.Weights.Keys.Concat(network.named_buffers().Select(buffer => buffer.name)));
        network.Weights.Keys.Should().Equal(network.Spec.Weights.Select(weight => weight.Name));
    }
}
