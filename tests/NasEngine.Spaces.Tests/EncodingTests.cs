using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests;

/// <summary>Architectures of every space as vectors.</summary>
public sealed class EncodingTests
{
    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void A_one_hot_code_reads_back_and_has_a_one_for_each_active_decision(string id, string scale)
    {
        var decisions = AllSpaces.Make(id, ("scale", scale)).Decisions;
        foreach (var one in Sample(decisions, 10))
        {
            var code = ArchitectureEncoding.OneHot(decisions, one);

            code.Sum().Should().Be(one.Values.Count(value => value >= 0));
            ArchitectureEncoding.FromOneHot(decisions, code).Should().Be(one);
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void Different_architectures_have_different_ordinal_codes(string id, string scale)
    {
        var decisions = AllSpaces.Make(id, ("scale", scale)).Decisions;
        var different = Sample(decisions, 10).Distinct().ToArray();

        different.Select(one => string.Join(' ', ArchitectureEncoding.Ordinal(decisions, one))).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("darts", 2 * 2 * (7 + 49 + 343 + 2401))]
    [InlineData("enas", 2 * 2 * (5 + 25 + 125 + 625 + 3125))]
    [InlineData("pnas", 2 * (8 + 64 + 512 + 4096 + 32768))]
    public void The_paths_of_a_cell_are_those_that_a_walk_backwards_from_the_output_finds(string id, int count)
    {
        var space = (IPathEncoded)AllSpaces.Make(id, ("scale", "mini"));
        space.PathCount.Should().Be(count);
        foreach (var one in Sample(space.Decisions, 50))
        {
            space.Paths(one).Should().Equal(CellWalk.Paths(id, space.Format(one)).Distinct().Order());
        }
    }

    [Theory]
    [InlineData("darts")]
    [InlineData("enas")]
    [InlineData("pnas")]
    public void Isomorphic_cells_have_the_same_paths_and_costs(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        foreach (var one in Sample(space.Decisions, 30))
        {
            var canonical = space.Canonical(one);

            ((IPathEncoded)space).Paths(canonical).Should().Equal(((IPathEncoded)space).Paths(one));
            space.Cost(canonical).Should().Be(space.Cost(one));
        }
    }

    [Fact]
    public void A_path_code_has_a_one_for_each_path_and_may_be_cut_off()
    {
        var space = (IPathEncoded)AllSpaces.Make("nasbench201");
        var one = space.Parse("|none~0|+|skip_connect~0|none~1|+|avg_pool_3x3~0|nor_conv_1x1~1|nor_conv_3x3~2|");

        var whole = ArchitectureEncoding.Paths(space, one, space.PathCount);

        Enumerable.Range(0, whole.Length).Where(path => whole[path] == 1).Should().Equal(space.Paths(one));
        ArchitectureEncoding.Paths(space, one, 10).Should().Equal(whole.Take(10));
    }

    private static IEnumerable<Architecture> Sample(DecisionSpace space, int count) =>
        [.. Enumerable.Range(0, count).Select(i => space.Sample(RandomSource.For(31, i, space.Id)))];
}
