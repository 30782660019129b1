using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Spaces.Mobile.TfNas;

namespace NasEngine.Spaces.Tests;

/// <summary>Keys of TF-NAS's latency tables.</summary>
public sealed class TfNasTableTests
{
    private static readonly TfNasSpace Space = (TfNasSpace)AllSpaces.Make("tf-nas");

    [Fact]
    public void A_block_is_named_by_size_channels_attention_kernel_stride_non_linearity_and_width()
    {
        var smallest = Space.Decisions.Architecture(new int[Space.Decisions.Decisions.Length]);
        var attentive = Space.Decisions.Architecture([.. Space.Decisions.Decisions.Select(decision =>
            decision.Name.EndsWith("operation", StringComparison.Ordinal) ? decision.Choices.IndexOf("k5e6se") : 0)]);

        Space.LatencyKeys(smallest).Take(3).Should().Equal(
            "base", "MBInvertedResBlock_112_16_0_24_k3_s2_relu/32", "MBInvertedResBlock_56_24_0_40_k3_s2_swish/48");
        Space.LatencyKeys(attentive)[^1].Should().Be("MBInvertedResBlock_7_192_384_320_k5_s1_swish/768");
    }

    [PublishedTableFact(PublishedTableFactAttribute.TfNas)]
    public void The_published_table_has_a_time_for_every_part_of_every_architecture_and_their_sum_is_its_latency()
    {
        var path = Path.GetTempFileName();
        try
        {
            var text = SharedData.Text(PublishedTableFactAttribute.TfNas);
            File.WriteAllText(path, text);
            var table = LatencyTable.Read(path);
            using var json = JsonDocument.Parse(text);
            for (var i = 0; i < 200; i++)
            {
                var keys = Space.LatencyKeys(Space.Decisions.Sample(RandomSource.For(3, i, "tf-nas")));
                var byHand = keys.Select(key => key.Split('/')).Sum(parts => parts is [var block, var width]
                    ? json.RootElement.GetProperty(block).GetProperty(width).GetDouble()
                    : json.RootElement.GetProperty(parts[0]).GetDouble());

                keys.Sum(key => table[key]).Should().Be(byHand);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }
}
