using Google.Protobuf;
using NasEngine.Export;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>Each operation of network descriptions in ONNX Runtime beside the engine's own kernel.</summary>
public sealed class OnnxOperationTests
{
    private static readonly FeatureShape Image = new(4, 7, 6);

    private static readonly Dictionary<string, Func<FeatureMap, FeatureMap>> Cases = new(StringComparer.Ordinal)
    {
        ["conv"] = map => map.Conv("c", 6, 3, stride: 2),
        ["conv dilated, in groups, with a bias"] = map => map.Conv("c", 8, 3, dilation: 2, groups: 2, bias: true),
        ["conv of one row"] = map => map.Then(new Convolution("c", 4, 6, 3, 2, 1, 1, 1, false) { Form = KernelForm.Row }),
        ["conv of one column"] = map => map.Then(new Convolution("c", 4, 6, 5, 1, 2, 1, 1, false) { Form = KernelForm.Column }),
        ["conv with an even kernel"] = map => map.Conv("c", 6, 4, padding: 1),
        ["conv with weights of 4 bits"] = map => map.InBits(4).Conv("c", 6, 3, bias: true).BatchNorm("n"),
        ["conv depthwise with weights of 8 bits"] = map => map.InBits(8).Depthwise("c", 3),
        ["conv depthwise"] = map => map.Depthwise("c", 5, multiplier: 2),
        ["bn"] = map => map.BatchNorm("n", epsilon: 1e-3),
        ["bn without scale"] = map => map.BatchNorm("n", affine: false),
        ["linear"] = map => map.Linear("l", 5),
        ["linear without bias, and on"] = map => map.Linear("l", 5, bias: false).Activate(ActivationKind.Relu).Linear("m", 3),
        ["relu"] = map => map.Activate(ActivationKind.Relu),
        ["relu6"] = map => map.Conv("c", 6, 3).BatchNorm("n").Conv("d", 6, 3).Activate(ActivationKind.Relu6),
        ["hswish"] = map => map.Activate(ActivationKind.HardSwish),
        ["hsigmoid"] = map => map.Activate(ActivationKind.HardSigmoid),
        ["swish"] = map => map.Activate(ActivationKind.Swish),
        ["sigmoid"] = map => map.Activate(ActivationKind.Sigmoid),
        ["tanh"] = map => map.Activate(ActivationKind.Tanh),
        ["gelu"] = map => map.Activate(ActivationKind.Gelu),
        ["embedding"] = map => map.Then(new ChannelSlice(0, 1)).Embed("e", 3, 5),
        ["positions"] = map => map.WithPositions("p"),
        ["ln"] = map => map.LayerNorm("n"),
        ["attention"] = map => map.Attend(map.Conv("k", 4, 1), map.Conv("v", 4, 1), heads: 2),
        ["attention but to padding"] = map => map.Attend(map.Conv("k", 4, 1), map.Conv("v", 4, 1), heads: 4, map.Then(new ChannelSlice(1, 1))),
        ["token_mean"] = map => map.MeanOf(map.Then(new ChannelSlice(1, 1))),
        ["recurrent"] = map => map.Recur("r", 3, RecurrentCell.Parse("0:tanh,1:relu,1:identity,3:sigmoid")),
        ["two recurrent cells"] = map => map.Recur("r", 3, RecurrentCell.Parse("0:sigmoid")).Recur("s", 5, RecurrentCell.Parse("0:identity,1:tanh")),
        ["max_pool"] = map => map.MaxPool(3, stride: 2),
        ["avg_pool"] = map => map.AveragePool(3, stride: 2),
        ["avg_pool that counts the border"] = map => map.AveragePool(3, countPadding: true),
        ["gap"] = map => map.GlobalAveragePool(),
        ["add"] = map => map.Then(new Add(), map.Activate(ActivationKind.Tanh), map.Activate(ActivationKind.Relu)),
        ["concat"] = map => map.Then(new Concat(), map.Activate(ActivationKind.Tanh)),
        ["scale"] = map => map.Then(new Scale(), map.GlobalAveragePool().Activate(ActivationKind.Sigmoid)),
        ["zero"] = map => map.Then(new Zero(5, 2)),
        ["resize smaller"] = map => map.ResizeTo(3, 5),
        ["resize larger"] = map => map.ResizeTo(10, 13),
        ["shift"] = map => map.Then(new Shift()),
        ["slice"] = map => map.Then(new ChannelSlice(1, 2)),
        ["pad"] = map => map.Then(new ChannelPad(7)),
        ["split_sum"] = map => map.Then(new SplitSum(2)),
        ["split_softmax"] = map => map.Then(new SplitSoftmax(2)),
    };

    /// <summary>The network of each case.</summary>
    internal static IEnumerable<KeyValuePair<string, NetworkSpec>> All =>
        Cases.Select(one => KeyValuePair.Create(one.Key, one.Value(NetworkSpec.From(Image)).Build()));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_computes_the_same(string name)
    {
        using var trained = RandomNetworks.Of(Cases[name](NetworkSpec.From(Image)).Build());

        var agreement = Compare(trained, trained);

        agreement.Largest.Should().BeLessThan(1e-5);
    }

    [Fact]
    public void There_is_a_case_of_each_operation_but_those_of_mixtures()
    {
        var covered = Cases.Values.SelectMany(add => add(NetworkSpec.From(Image)).Build().Nodes).Select(node => node.Operation.GetType());
        var there = typeof(Operation).Assembly.GetTypes().Where(type =>
            type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract && !type.IsSubclassOf(typeof(MixtureOperation)));

        covered.Distinct().Should().BeEquivalentTo(there);
    }

    [Fact]
    public void Another_network_is_told_from_it()
    {
        var spec = Cases["conv"](NetworkSpec.From(Image)).Build();
        using var one = RandomNetworks.Of(spec);
        using var other = RandomNetworks.Of(spec, seed: 2);

        Compare(one, other).Holds.Should().BeFalse();
    }

    private static OnnxAgreement Compare(TrainedNetwork model, TrainedNetwork network) =>
        OnnxCheck.Compare(OnnxModel.Of(model, "test", []).ToByteArray(), network, OnnxSamples.Noise(network.Input, 4));
}
