using System.Xml.Linq;
using NasEngine.Networks.Pictures;

namespace NasEngine.Networks.Tests.Description;

public sealed class NetworkPictureTests
{
    [Fact]
    public void Stages_widths_strides_and_repeats_are_written_in_the_picture()
    {
        var map = NetworkSpec.From(new FeatureShape(3, 32, 32)).At("stem").ConvBn("conv", 16, 3, ActivationKind.Relu, stride: 2);
        for (var block = 1; block <= 3; block++)
        {
            map = new InvertedResidual { Channels = 16, Middle = 48, Kernel = 5, Attention = new ChannelAttention(1, 12) }
                .AddTo(map.At("stage1", $"block{block}"));
        }

        var texts = Texts(NetworkPicture.Svg(map.At("head").GlobalAveragePool().Linear("fc", 10).Build(), "a < b"));

        texts.Should().ContainInOrder(
            "a < b", "input", "image 3×32×32", "stem", "conv 3×3 /2 → 16 · relu", "16×16×16",
            "stage1", "block1", "×3", "conv 1×1 → 48 · relu", "dw 5×5 · relu", "attention 12", "conv 1×1 → 16", "add 2",
            "head", "global avg", "linear → 10", "10×1×1", "convolution", "depthwise", "stride 2 or more");
        texts.Should().NotContain("block2");
    }

    [Fact]
    public void Every_operation_has_a_place_in_the_picture() =>
        Texts(NetworkPicture.Svg(NetworkJsonTests.Everything(), "all")).Should().Contain(
            ["sum of 2 splits", "split attention 4", "max 3×3", "avg 3×3", "shift", "resize 6×5", "zero", "concat 2 → 6", "slice", "pad"]);

    [Fact]
    public void Bars_of_a_network_of_vectors_are_as_long_as_its_widths()
    {
        var network = NetworkSpec.From(new FeatureShape(8, 1, 1)).At("a").Linear("a", 16).At("b").Linear("b", 4).Build();

        var bars = XDocument.Parse(NetworkPicture.Svg(network, "vectors")).Descendants()
            .Where(element => element.Attribute("fill")?.Value == "#7f9db9").Select(element => (double)element.Attribute("width")!).ToArray();

        bars[..3].Should().Equal(bars[1] / 2, bars[1], bars[1] / 4);
    }

    private static string[] Texts(string svg) =>
        [.. XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
}
