using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests;

/// <summary>
/// Parameters (batch-norm affine counted, running statistics not) and multiply-adds (convolutions and linear layers only)
/// of published networks. Those without another source are counted on torchvision 0.14's models.
/// </summary>
public sealed class PublishedFiguresTests
{
    [Theory]
    [InlineData("mobilenet-v2", "mobilenet-v2", 3_504_872, 300_774_272)]
    [InlineData("mobilenet-v2", "mobilenet-v3-large", 5_483_032, 216_589_760)]
    [InlineData("mobilenet-v2", "mobilenet-v3-small", 2_542_856, 56_510_400)]
    [InlineData("mnasnet", "mnasnet-b1", 4_383_312, 314_415_872)]
    [InlineData("efficientnet", "efficientnet-b0", 5_288_548, 385_814_752)]
    [InlineData("efficientnet", "efficientnet-b1", 7_794_184, 686_802_832)]
    [InlineData("efficientnet", "efficientnet-b2", 9_109_994, 993_561_872)]
    [InlineData("efficientnet", "efficientnet-b3", 12_233_232, 1_827_141_392)]
    [InlineData("efficientnet", "efficientnet-b4", 19_341_616, 4_393_771_024)]
    [InlineData("efficientnet", "efficientnet-b7", 66_347_960, 37_745_884_192)]
    public void A_reference_has_exactly_the_parameters_and_multiply_adds_of_torchvision(
        string space, string name, long parameters, long macs)
    {
        var network = AllSpaces.Make(space).Networks[name];

        network.Parameters.Should().Be(parameters);
        network.Macs.Should().Be(macs);
    }

    /// <summary>timm's deit_tiny_patch16_224 has 5,717,416: 384 more, the class token and its position.</summary>
    [Fact]
    public void DeiT_Ti_has_its_published_parameters_but_those_of_the_class_token()
    {
        var network = AllSpaces.Make("autoformer").Networks["deit-tiny"];

        network.Parameters.Should().Be(5_717_416 - (2 * 192));
        network.Macs.Should().Be((196 * ((192 * 768) + (12 * ((4 * 192 * 192) + (2 * 192 * 768) + (2 * 196 * 192))))) + 192_000);
    }

    [Theory]
    [InlineData("efficientnet-b5", 30_389_784)]
    [InlineData("efficientnet-b6", 43_040_704)]
    public void The_larger_scalings_have_the_parameters_of_torchvision(string name, long parameters) =>
        AllSpaces.Make("efficientnet").Networks[name].Parameters.Should().Be(parameters);

    [Fact]
    public void MobileNetV2_at_width_0_35_has_the_figures_of_torchvision()
    {
        var space = AllSpaces.Make("mobilenet-v2");
        var narrow = space.Describe(space.Parse("w0.35|e6_k3_n2|e6_k3_n3|e6_k3_n4|e6_k3_n3|e6_k3_n3|e6_k3"));

        narrow.Parameters.Should().Be(1_677_128);
        narrow.Macs.Should().Be(59_285_808);
    }

    [Fact]
    public void MnasNet_A1_has_the_published_3_9_million_parameters_and_312_million_multiply_adds()
    {
        var network = AllSpaces.Make("mnasnet").Networks["mnasnet-a1"];

        Math.Round(network.Parameters / 1e6, 1).Should().Be(3.9);
        Math.Round(network.Macs / 1e6).Should().Be(312);
    }

    /// <summary>
    /// The authors' own counting: weights of convolutions and linear layers as parameters; multiply-adds plus one operation
    /// per scalar that a global pooling reads, their classifier pooling the 1×1 map a second time.
    /// </summary>
    [Theory]
    [InlineData("fbnetv2-f1", 5.999408, 56.41056)]
    [InlineData("fbnetv2-f2", 5.999408, 85.441392)]
    [InlineData("fbnetv2-f3", 6.899504, 121.824)]
    [InlineData("fbnetv2-f4", 6.991688, 235.882786)]
    [InlineData("fbnetv2-f4-w8", 6.994824, 238.351984)]
    [InlineData("fbnetv2-l1", 8.49652, 326.023008)]
    [InlineData("fbnetv2-l2", 8.49652, 423.912768)]
    public void FBNetV2_models_have_the_figures_that_their_authors_publish(string name, double parameters, double operations)
    {
        var network = AllSpaces.Make("fbnetv2-f").Networks[name];
        var weights = network.Weights.Where(weight => weight.Shape.Length > 1).Sum(weight => weight.Count);
        var pooled = network.Nodes.Where(node => node.Operation is GlobalAveragePool).Sum(node => network.Nodes[node.Inputs[0]].Shape.Count);
        var head = network.Nodes[network.Nodes[^1].Inputs[0]].Shape.Channels;

        (weights / 1e6).Should().Be(parameters);
        ((network.Macs + pooled + head) / 1e6).Should().Be(operations);
    }

    [Fact]
    public void DARTS_V2_has_the_published_3_3_million_parameters() =>
        Math.Round(AllSpaces.Make("darts").Networks["darts-v2"].Parameters / 1e6, 1).Should().Be(3.3);

    [Fact]
    public void PNASNet_5_has_the_published_3_2_million_parameters() =>
        Math.Round(AllSpaces.Make("pnas").Networks["pnasnet-5"].Parameters / 1e6, 1).Should().Be(3.2);

    [Fact]
    public void A_MnasNet_block_has_432_combinations_and_five_of_them_10_to_the_13()
    {
        var space = AllSpaces.Make("mnasnet", ("macro", string.Join(';', Enumerable.Repeat("24/32/40 2/3/4 1", 5))));

        new GroupView(space.Decisions, space.Decisions.Groups[0]).Joint.Should().Be(432);
        Math.Round(System.Numerics.BigInteger.Log10(space.Decisions.Size)).Should().Be(13);
        Math.Floor(15 * Math.Log10(432)).Should().Be(39, "layers of their own would make S^(B·N)");
    }
}
