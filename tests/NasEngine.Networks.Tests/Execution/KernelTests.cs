using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Execution;

public sealed class KernelTests
{
    private const int Images = 3;

    private static readonly Dictionary<string, Func<FeatureMap, FeatureMap>> Networks = new()
    {
        ["convolution"] = x => x.Conv("a", 6, 3, stride: 2),
        ["convolution with bias, dilation and groups"] = x => x.Conv("a", 8, 3, dilation: 2, groups: 2, bias: true),
        ["convolution with weights of 3 bits"] = x => x.InBits(3).Conv("a", 6, 3, bias: true),
        ["depthwise with weights of 8 bits"] = x => x.InBits(8).Depthwise("a", 3),
        ["product with weights of 2 bits"] = x => x.GlobalAveragePool().InBits(2).Conv("a", 5, 1),
        ["depthwise"] = x => x.Depthwise("a", 5),
        ["1×1 convolution without padding"] = x => x.Conv("a", 2, 1, stride: 2, padding: 0),
        ["row convolution"] = x => x.Then(new Convolution("a", 4, 3, 5, 2, 2, 1, 1, false) { Form = KernelForm.Row }),
        ["column convolution"] = x => x.Then(new Convolution("a", 4, 3, 5, 2, 2, 1, 1, true) { Form = KernelForm.Column }),
        ["batch norm"] = x => x.BatchNorm("a", epsilon: 1e-3),
        ["batch norm without scale"] = x => x.BatchNorm("a", affine: false),
        ["linear on a map"] = x => x.Linear("a", 5),
        ["linear without bias on a vector"] = x => x.GlobalAveragePool().Linear("a", 5, bias: false),
        ["max pool"] = x => x.MaxPool(3, 2),
        ["average pool without border"] = x => x.AveragePool(3),
        ["average pool with border"] = x => x.AveragePool(3, 2, countPadding: true),
        ["global average pool"] = x => x.GlobalAveragePool(),
        ["sum of three"] = x => x.Plus(x.Conv("a", 4, 1), x.Conv("b", 4, 3)),
        ["concatenation"] = x => x.Concat(x.Conv("a", 3, 1), x),
        ["squeeze and excitation"] = x => x.Scale(x.GlobalAveragePool().Conv("a", 4, 1).Activate(ActivationKind.Sigmoid)),
        ["zero"] = x => x.Conv("a", 5, 1).Then(new Zero(3, 2)),
        ["resize to larger"] = x => x.Then(new Resize(13, 11)),
        ["resize to smaller"] = x => x.Then(new Resize(3, 5)),
        ["shift"] = x => x.Then(new Shift()),
        ["channel slice"] = x => x.Then(new ChannelSlice(1, 2)),
        ["channel pad"] = x => x.Then(new ChannelPad(7)),
        ["split sum"] = x => x.Then(new SplitSum(2)),
        ["split softmax"] = x => x.Then(new SplitSoftmax(2)),
        ["embedding"] = x => x.Then(new ChannelSlice(0, 1)).Embed("a", 5, 3),
        ["positions"] = x => x.WithPositions("a"),
        ["layer norm"] = x => x.LayerNorm("a"),
        ["attention"] = x => x.Attend(x.Conv("a", 4, 1), x.Conv("b", 4, 1), heads: 2),
        ["attention but to padding"] = x => x.Attend(x.Conv("a", 4, 1), x.Conv("b", 4, 1), heads: 1, x.Then(new ChannelSlice(2, 1))),
        ["mean of tokens"] = x => x.MeanOf(x.Then(new ChannelSlice(1, 1))),
        ["recurrent cell of one node"] = x => x.Recur("a", 5, RecurrentCell.Parse("0:tanh")),
        ["recurrent cell"] = x => x.Recur("a", 3, RecurrentCell.Parse("0:tanh,1:relu,1:identity,2:sigmoid,2:tanh")),
        ["transformer block"] = x => new TransformerBlock(2, 6, 0, 8).AddTo(x),
        ["transformer block with a convolution"] = x => new TransformerBlock(0, 0, 3, 8).AddTo(x),
        ["one weight key twice"] = x => x.Conv("a", 4, 3).Conv("a", 4, 3),
        ["deep network"] = x => x.ConvBn("stem", 8, 3, ActivationKind.HardSwish, stride: 2).Depthwise("dw", 3).BatchNorm("bn").Activate(ActivationKind.Relu6).GlobalAveragePool().Linear("fc", 10),
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    public static TheoryData<ActivationKind> Activations => [.. Enum.GetValues<ActivationKind>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_computes_what_its_definition_says(string name) =>
        Compare(Networks[name](NetworkSpec.From(new FeatureShape(4, 7, 6))).Build());

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_computes_what_its_definition_says(ActivationKind function) =>
        Compare(NetworkSpec.From(new FeatureShape(4, 7, 6)).Activate(function).Build());

    /// <summary>bf16 has 8 significant bits.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Training_in_bf16_computes_nearly_the_same_and_its_gradients_are_of_float32_weights(string name)
    {
        using var scope = torch.NewDisposeScope();
        var spec = Networks[name](NetworkSpec.From(new FeatureShape(4, 7, 6))).Build();
        using var network = new SpecNetwork(spec, seed: 5, trial: 0, torch.CPU);
        var images = torch.rand([Images, 4, 7, 6], generator: new torch.Generator(3)).Times(3);
        var whole = network.forward(images);

        network.TrainingType = torch.ScalarType.BFloat16;
        var brief = network.forward(images);
        if (brief.requires_grad)
        {
            brief.sum().backward();
        }

        brief.dtype.Should().Be(torch.ScalarType.Float32);
        brief.sub(whole).abs().max().Number().Should().BeLessThanOrEqualTo(0.05 * Math.Max(1, whole.abs().max().Number()));
        network.Weights.Values.Where(weight => weight.dtype != torch.ScalarType.Float32 
            || (weight.grad is { } grad && (grad.dtype != torch.ScalarType.Float32 || !grad.isfinite().all().item<bool>()))).Should().BeEmpty();
        network.eval();
        var measured = network.forward(images);
        network.TrainingType = null;
        Bits.Of(network.forward(images)).Should().Equal(Bits.Of(measured), "what is measured is float32");
    }

    private static void Compare(NetworkSpec spec)
    {
        using var scope = torch.NewDisposeScope();
        using var network = new SpecNetwork(spec, seed: 5, trial: 0, torch.CPU);
        var random = RandomSource.For(11, 0, "images");
        var naive = NaiveMap.Fill(Images, spec.Input, (_, _, _, _) => 3 * random.NextGaussian());
        var images = torch.tensor(naive.Values.Select(value => (float)value).ToArray(), [Images, spec.Input.Channels, spec.Input.Height, spec.Input.Width]);
        var expected = NaiveNetwork.Run(spec, naive, key => [.. network.Weights[key].data<float>().Select(value => (double)value)]);

        foreach (var layout in new[] { images, images.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2) })
        {
            var output = network.forward(layout);
            output.shape.Should().Equal(Images, spec.Output.Count);
            var actual = output.data<float>().ToArray();
            for (var i = 0; i < actual.Length; i++)
            {
                ((double)actual[i]).Should().BeApproximately(expected.Values[i], 2e-5 * Math.Max(1, Math.Abs(expected.Values[i])));
            }
        }
    }
}
