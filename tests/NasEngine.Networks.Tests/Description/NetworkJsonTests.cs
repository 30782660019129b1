using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Description;

public sealed class NetworkJsonTests
{
    [Fact]
    public void A_network_of_all_operations_reads_back_equal()
    {
        var network = Everything();

        Read(Write(network)).Should().Be(network);
    }

    [Fact]
    public void A_difference_in_one_setting_is_a_different_network() =>
        NetworkSpec.From(new FeatureShape(3, 8, 8)).Conv("a", 4, 3).Build()
            .Should().NotBe(NetworkSpec.From(new FeatureShape(3, 8, 8)).Conv("a", 4, 3, bias: true).Build());

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "*has version 2; this program reads version 1.")]
    [InlineData("nasengine-network", "another", "*has format 'another'; it must be 'nasengine-network'.")]
    [InlineData("\"op\": \"max_pool\"", "\"op\": \"max_pol\"", "Node * has the unknown operation 'max_pol': did you mean 'max_pool'?")]
    [InlineData("\"radix\": 2", "\"radix\": \"two\"", "Node *must have 'radix' as a whole number.")]
    [InlineData("{", "", "The network description is not JSON*")]
    [InlineData("0:tanh,1:relu", "0:tanh,2:relu", "node 2 of a recurrent cell reads 2; *")]
    [InlineData("\"bits\": 4", "\"bits\": 9", "In *has weights of 9 bits; they have 2 to 8, or 32 for float32.")]
    [InlineData("\"start\": 1", "\"start\": 99", "In *slice of 3 channels from 99*must lie inside.")]
    public void A_wrong_description_is_refused_with_its_place(string right, string wrong, string message)
    {
        var text = Write(Everything());
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var broken = text[..at] + wrong + text[(at + right.Length)..];

        FluentActions.Invoking(() => Read(broken)).Should().Throw<InputException>().WithMessage(message);
    }

    [Theory]
    [InlineData("[{\"op\":\"gap\",\"inputs\":[0],\"shape\":[1,1,1],\"stage\":\"\",\"block\":\"\"}]", "Node 0*the first node, and no other, must be 'input'.")]
    [InlineData("[]", "The network description has no nodes.")]
    [InlineData("[{\"op\":\"input\",\"inputs\":[],\"shape\":[1,2,2],\"channels\":1,\"height\":2,\"width\":3}]", "Node 0*says shape 1×2×2; its operation gives 1×2×3.")]
    [InlineData("[{\"op\":\"input\",\"inputs\":[],\"shape\":[1,2,2],\"channels\":1,\"height\":2,\"width\":2},{\"op\":\"gap\",\"inputs\":[1],\"shape\":[1,1,1]}]", "Node 1*reads [1]; inputs must be earlier nodes.")]
    public void Nodes_out_of_order_are_refused(string nodes, string message) =>
        FluentActions.Invoking(() => Read($"{{\"format\":\"nasengine-network\",\"version\":1,\"nodes\":{nodes}}}"))
            .Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void The_hash_does_not_see_the_order_of_terms_nor_names_nor_places()
    {
        var one = NetworkSpec.From(new FeatureShape(3, 8, 8)).At("s");
        var (a, b) = (one.Conv("a", 4, 3), one.Conv("b", 4, 1));
        var other = NetworkSpec.From(new FeatureShape(3, 8, 8)).At("t", "u");
        var (c, d) = (other.Conv("c", 4, 1), other.Conv("d", 4, 3));

        a.Plus(b).Build().Hash().Should().Be(c.Plus(d).Build().Hash());
    }

    [Fact]
    public void The_hash_sees_settings_shapes_and_whether_a_part_is_used_twice()
    {
        FeatureMap Start(int size = 8) => NetworkSpec.From(new FeatureShape(3, size, size));
        var stem = Start();
        var used = stem.Conv("a", 4, 3);
        string[] hashes =
        [
            Start().Conv("a", 4, 3).Build().Hash(), Start().Conv("a", 4, 3, stride: 2).Build().Hash(),
            Start(9).Conv("a", 4, 3).Build().Hash(), Start().Conv("a", 4, 3, bias: true).Build().Hash(),
            used.Plus(used).Build().Hash(), used.Plus(stem.Conv("b", 4, 3)).Build().Hash(), used.Plus(stem.Conv("a", 4, 3)).Build().Hash(),
        ];

        hashes.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_latency_key_tells_operation_settings_and_input_but_not_the_weights()
    {
        var network = NetworkSpec.From(new FeatureShape(3, 8, 8)).At("somewhere").Conv("a", 4, 3, stride: 2).Build();

        network.LatencyKey(network.Nodes[1]).Should().Be(
            "conv in=3 out=4 kernel=3 stride=2 padding=1 dilation=1 groups=1 bias=False form=square 3×8×8");
    }

    internal static NetworkSpec Everything()
    {
        var map = NetworkSpec.From(new FeatureShape(3, 8, 8)).At("stem").ConvBn("conv", 4, 3, ActivationKind.HardSwish);
        map = new InvertedResidual { Channels = 4, Middle = 8, Attention = new ChannelAttention(2, 4) { Normalised = true } }.AddTo(map.At("stage1", "block1"));
        map = map.At("stage1", "block2").MaxPool(3).AveragePool(3, countPadding: true).Then(new Shift()).ResizeTo(6, 5);
        map = map.Concat(map.Then(new Zero(2, 1))).Then(new ChannelSlice(1, 3)).Then(new ChannelPad(6));
        map = map.Then(new Convolution(map.Key("row"), 6, 6, 3, 1, 1, 1, 1, true) { Form = KernelForm.Row }).BatchNorm("bn", 1e-3, affine: false);
        map = map.InBits(4).Conv("rounded", 6, 1).InBits(32);
        var tokens = map.Then(new ChannelSlice(0, 1));
        map = new TransformerBlock(2, 4, 0, 8).AddTo(tokens.At("layer1").Embed("tokens", 9, 6).WithPositions("positions"), tokens);
        map = map.Recur("cell", 6, RecurrentCell.Parse("0:tanh,1:relu,1:identity"));
        map = map.Concat(map.Scale(map.MeanOf(tokens)));
        return map.Activate(ActivationKind.Sigmoid).GlobalAveragePool().Linear("fc", 10).Build();
    }

    private static string Write(NetworkSpec network)
    {
        using var stream = new MemoryStream();
        NetworkJson.Write(network, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static NetworkSpec Read(string text) => NetworkJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
