using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>Networks read from the files of a winner.</summary>
public sealed class TrainedNetworkTests
{
    private static readonly NetworkSpec Spec = NetworkSpec.From(new FeatureShape(2, 3, 3)).Conv("c", 4, 3).BatchNorm("n").Linear("l", 3).Build();

    [Fact]
    public void It_computes_what_was_written()
    {
        using var written = RandomNetworks.Of(Spec);
        using var weights = Weights(written);

        using var read = TrainedNetwork.Read(Spec, weights, "weights", written.Input);

        var input = Enumerable.Range(0, 36).Select(place => place * 7f).ToArray();
        read.Outputs(input, 2).Should().Equal(written.Outputs(input, 2));
    }

    [Fact]
    public void What_a_network_expects_of_its_input_reads_back()
    {
        using var network = RandomNetworks.Of(Spec);
        using var file = new MemoryStream();
        network.Input.Write(file);
        file.Position = 0;

        NetworkInput.Read(file, "input").Should().BeEquivalentTo(network.Input, options => options.ComparingByMembers<NetworkInput>());
    }

    [Fact]
    public void Weights_of_another_network_are_refused_by_name()
    {
        using var written = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(2, 3, 3)).Conv("c", 5, 3).Build());
        using var weights = Weights(written);

        var read = () => TrainedNetwork.Read(Spec, weights, "weights", written.Input);

        read.Should().Throw<InputException>().WithMessage("'weights' has no tensor 'c.weight' of float32 [4, 2, 3, 3], which the network needs*");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"shape":[1,2],"mean":[],"deviation":[],"classes":[],"data":"","hash":""}""")]
    public void Another_file_in_the_place_of_the_input_is_told(string content)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));

        var read = () => NetworkInput.Read(file, "input.json");

        read.Should().Throw<InputException>().WithMessage("'input.json' does not say what a network's input is*");
    }

    private static MemoryStream Weights(TrainedNetwork network)
    {
        var file = new MemoryStream();
        Safetensors.Write(file, network.Network.state_dict());
        file.Position = 0;
        return file;
    }
}
