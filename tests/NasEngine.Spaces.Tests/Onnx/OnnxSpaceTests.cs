using Google.Protobuf;
using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>Networks of every space in ONNX Runtime beside the engine's own.</summary>
public sealed class OnnxSpaceTests
{
    private const int Inputs = 5;

    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void A_network_of_each_space_gives_the_same_answers_in_ONNX_Runtime(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        using var trained = RandomNetworks.Of(space.Describe(space.Decisions.Sample(RandomSource.For(3, 0, id))));

        var agreement = OnnxCheck.Compare(
            OnnxModel.Of(trained, id, []).ToByteArray(), trained, OnnxSamples.Noise(trained.Input, Inputs));

        agreement.Largest.Should().BeLessThan(OnnxAgreement.Tolerance);
        agreement.SameAnswers.Should().Be(Inputs);
    }

    [Fact]
    public void A_slice_of_a_supernet_is_a_network_like_any_other()
    {
        var space = AllSpaces.Make("fbnetv2-f", ("scale", "mini"));
        using var supernet = new Supernet(space, 5, TorchSharp.torch.CPU, threads: 1);
        var path = space.Decisions.Sample(RandomSource.For(5, 0, "slice"));
        var images = TorchSharp.torch.rand([8, 1, 28, 28], generator: new TorchSharp.torch.Generator(2));
        using var slice = supernet.Slice(path, [images]);
        slice.eval();
        using var trained = new TrainedNetwork(slice, new NetworkInput(space.Input, [0.5f], [0.25f], [], "noise", "00"));

        var agreement = OnnxCheck.Compare(OnnxModel.Of(trained, "slice", []).ToByteArray(), trained, OnnxSamples.Noise(trained.Input, Inputs));

        agreement.Holds.Should().BeTrue("it is {0}", agreement);
    }
}
