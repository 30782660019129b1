using System.Collections.Immutable;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests;

/// <summary>Keys of TF-NAS's latency tables.</summary>
public sealed class TfNasTableTests
{
    private static readonly ILatencyKeys Space = (ILatencyKeys)AllSpaces.Make("tf-nas");

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
    public void The_published_table_as_it_is_has_a_time_for_every_part_of_every_architecture_and_their_sum_is_its_latency()
    {
        var table = LatencyTable.Read(SharedData.PathOf(PublishedTableFactAttribute.TfNas)!);
        using var json = JsonDocument.Parse(SharedData.Text(PublishedTableFactAttribute.TfNas));
        for (var i = 0; i < 200; i++)
        {
            var architecture = Space.Decisions.Sample(RandomSource.For(3, i, "tf-nas"));
            var byHand = Space.LatencyKeys(architecture).Select(key => key.Split('/')).Sum(parts => parts is [var block, var width]
                ? json.RootElement.GetProperty(block).GetProperty(width).GetDouble()
                : json.RootElement.GetProperty(parts[0]).GetDouble());

            table.Of(Space, architecture).Should().Be(byHand);
        }
    }

    [Fact]
    public void A_table_of_operations_answers_too()
    {
        var smallest = Space.Decisions.Architecture(new int[Space.Decisions.Decisions.Length]);
        var network = Space.Describe(smallest);
        var table = new LatencyTable(network.LatencyKeys().Distinct().ToImmutableSortedDictionary(key => key, _ => 0.5, StringComparer.Ordinal));

        table.Of(Space, smallest).Should().Be(0.5 * (network.Nodes.Length - 1));
    }

    [Fact]
    public void A_table_of_blocks_that_lacks_one_is_told_by_the_block()
    {
        var smallest = Space.Decisions.Architecture(new int[Space.Decisions.Decisions.Length]);
        var table = new LatencyTable(ImmutableSortedDictionary<string, double>.Empty.Add("base", 9.5));

        table.Invoking(it => it.Of(Space, smallest)).Should().Throw<InputException>().WithMessage("*no time for 'MBInvertedResBlock_112_16_0_24*");
    }
}
