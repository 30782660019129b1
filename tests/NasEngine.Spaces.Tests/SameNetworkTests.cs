using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests;

/// <summary>Which architectures are one network, by what the spaces say to those who choose finalists.</summary>
public sealed class SameNetworkTests
{
    /// <summary>
    /// An oracle: every operation is a function of its own on whole numbers, a skip is the identity, 'none' is zero and zero stays
    /// zero; cells that are one network give one number. The benchmark's 6,466 classes keep apart cells that differ by a sum with zero.
    /// </summary>
    [Fact]
    public void Cells_of_NAS_Bench_201_that_are_one_network_compute_the_same_and_the_benchmarks_classes_are_kept_together()
    {
        var space = AllSpaces.Make("nasbench201", ("scale", "mini"));
        var all = space.Decisions.Enumerate().ToArray();
        var representatives = all.Select(space.Canonical).Distinct().ToArray();
        representatives.Should().HaveCount(6466);

        all.Should().OnlyContain(cell => space.NetworkOf(cell) == space.NetworkOf(space.Canonical(cell)));
        representatives.GroupBy(space.NetworkOf).Should().OnlyContain(twins => twins.Select(one => Computed(one)).Distinct().Count() == 1)
            .And.HaveCount(all.Select(Computed).Distinct().Count()).And.HaveCountLessThan(6466);
    }

    [Theory]
    [InlineData("|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|none~0|none~1|skip_connect~2|", "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|nor_conv_1x1~1|none~2|")]
    [InlineData("|skip_connect~0|+|nor_conv_3x3~0|none~1|+|none~0|none~1|skip_connect~2|", "|skip_connect~0|+|none~0|nor_conv_3x3~1|+|none~0|none~1|skip_connect~2|")]
    public void Cells_that_differ_in_text_and_are_one_graph_are_one_network(string one, string other)
    {
        var space = AllSpaces.Make("nasbench201", ("scale", "mini"));
        space.NetworkOf(space.Parse(one)).Should().Be(space.NetworkOf(space.Parse(other)));
    }

    /// <summary>The identity stands before or after the block of a stage: the network is the same.</summary>
    [Theory]
    [InlineData("fbnetv2-f")]
    [InlineData("nasbench-macro")]
    [InlineData("tf-nas")]
    [InlineData("darts")]
    [InlineData("pnas")]
    [InlineData("enas")]
    public void Architectures_are_one_network_exactly_when_their_canonical_networks_are(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        var drawn = Enumerable.Range(0, 200).Select(number => space.Decisions.Sample(RandomSource.For(1, number, "twins"))).ToArray();
        foreach (var architecture in drawn)
        {
            space.NetworkOf(architecture).Should().Be(space.NetworkOf(space.Canonical(architecture)));
        }

        foreach (var twins in drawn.GroupBy(space.NetworkOf))
        {
            twins.Select(one => space.Cost(one)).Distinct().Should().ContainSingle("networks that are one cost the same");
        }
    }

    private static readonly UInt128[] Cubes = [0, 0, 7_919, 104_729, 1_299_709];

    private static readonly UInt128[] Lines = [0, 0, 15_485_863, 32_452_843, 86_028_121];

    private static UInt128 Computed(Architecture cell)
    {
        const ulong Prime = (1UL << 61) - 1;
        UInt128[] values = [123_456_789, 0, 0, 0];
        var edge = 0;
        for (var target = 1; target < values.Length; target++)
        {
            for (var source = 0; source < target; source++)
            {
                var (operation, input) = (cell.Values[edge++], values[source]);
                values[target] = (values[target] + operation switch
                {
                    0 => UInt128.Zero,
                    1 => input,
                    _ => ((Cubes[operation] * (input * input % Prime * input % Prime)) + (Lines[operation] * input)) % Prime,
                }) % Prime;
            }
        }

        return values[3];
    }
}
