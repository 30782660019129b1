using System.Numerics;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Spaces.Benchmarks.NasBench201;
using NasEngine.Spaces.Morphism;

namespace NasEngine.Spaces.Tests;

public sealed class SpaceFactsTests
{
    [Fact]
    public void PNAS_blocks_have_136_300_528_820_and_1176_forms()
    {
        var space = AllSpaces.Make("pnas");

        for (var block = 1; block <= 5; block++)
        {
            var forms = new HashSet<Architecture>();
            int[] values = [block - 1, .. Enumerable.Range(0, 5).SelectMany(earlier => new[] { 0, 0, 0, earlier + 1 })];
            var at = 4 * block - 3;
            foreach (var (one, other) in Halves(block + 1).SelectMany(first => Halves(block + 1).Select(second => (first, second))))
            {
                (values[at], values[at + 1], values[at + 2], values[at + 3]) = (one.Source, one.Operation, other.Source, other.Operation);
                forms.Add(space.Canonical(space.Decisions.Architecture(values)));
            }

            forms.Count.Should().Be(new[] { 136, 300, 528, 820, 1176 }[block - 1]);
        }

        static IEnumerable<(int Source, int Operation)> Halves(int sources) =>
            from source in Enumerable.Range(0, sources) from operation in Enumerable.Range(0, 8) select (source, operation);
    }

    /// <summary>
    /// 136 single blocks; a second block that reads the inputs alone makes an unordered pair, 136·137/2, and one of the other
    /// 300 − 136 is told from the first.
    /// </summary>
    [Fact]
    public void PNAS_cells_of_two_blocks_have_31620_forms()
    {
        var space = AllSpaces.Make("pnas", ("scale", "mini"));
        var forms = new HashSet<Architecture>();
        var values = new int[space.Decisions.Decisions.Length];
        values[0] = 1;
        foreach (var (first, second) in Blocks(2).SelectMany(first => Blocks(3).Select(second => (first, second))))
        {
            first.CopyTo(values, 1);
            second.CopyTo(values, 5);
            forms.Add(space.Canonical(space.Decisions.Architecture(values)));
        }

        forms.Count.Should().Be((136 * 137 / 2) + (136 * (300 - 136)));

        static IEnumerable<int[]> Blocks(int sources) =>
            from source in Enumerable.Range(0, sources)
            from operation in Enumerable.Range(0, 8)
            from other in Enumerable.Range(source, sources - source)
            from with in Enumerable.Range(0, 8)
            select new[] { source, operation, other, with };
    }

    [Fact]
    public void The_first_level_of_PNAS_has_256_cells_before_symmetry()
    {
        var space = AllSpaces.Make("pnas");

        var level = BigInteger.One;
        foreach (var decision in space.Decisions.Decisions.Where(one => one.Group == "block1"))
        {
            level *= decision.Count;
        }

        level.Should().Be(256);
    }

    /// <summary>Section 2.1 of ENAS: 4^N·(N − 1)! configurations, 10^15 of 12 nodes.</summary>
    [Fact]
    public void ENAS_has_about_10_to_the_15_recurrent_cells()
    {
        var space = AllSpaces.Make("enas-rnn");

        space.Decisions.Size.Should().Be(BigInteger.Pow(4, 12) * 39_916_800);
        BigInteger.Log10(space.Decisions.Size).Should().BeInRange(14.5, 15.5);
    }

    /// <summary>As sequence of source and function in the authors' program: 0 0 0 1 1 2 1 2 0 2 0 5 1 1 0 6 1 8 1 8 1 8 1.</summary>
    [Fact]
    public void The_recurrent_cell_of_ENAS_has_the_loose_ends_that_follow_from_its_publication()
    {
        var space = AllSpaces.Make("enas-rnn");

        var cell = space.Networks["enas-ptb"].Nodes.Select(node => node.Operation).OfType<Networks.Recurrent>().Single().Cell;

        cell.ToString().Should().Be("0:tanh,1:tanh,2:relu,3:relu,3:tanh,3:tanh,6:relu,2:tanh,7:relu,9:relu,9:relu,9:relu");
        cell.LooseEnds.Should().Equal(4, 5, 8, 10, 11, 12);
        AllSpaces.Make("enas-rnn", ("nodes", "4")).References.Should().BeEmpty();
    }

    [Fact]
    public void DARTS_has_about_10_to_the_18_cells() =>
        AllSpaces.Make("darts").Decisions.Size.Should().Be(BigInteger.Pow(BigInteger.Pow(49, 4) * 1 * 3 * 6 * 10, 2));

    [Theory]
    [InlineData("|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|")]
    [InlineData("|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|")]
    public void The_arch_string_of_NAS_Bench_201_reads_and_writes(string text)
    {
        var space = AllSpaces.Make("nasbench201");

        space.Format(space.Parse(text)).Should().Be(text);
    }

    [Theory]
    [InlineData("|none~0|+|none~0|none~1|", "*2 nodes*must have 3*")]
    [InlineData("|none~0|+|none~0|+|none~0|none~1|none~2|", "*node 2 has 1 edges*")]
    [InlineData("|nor_conv_3x4~0|+|none~0|none~1|+|none~0|none~1|none~2|", "*unknown operation 'nor_conv_3x4'; did you mean 'nor_conv_3x3'?*")]
    [InlineData("|none~0|+|none~1|none~0|+|none~0|none~1|none~2|", "*edge 1 of node 2*must end in '~0'*")]
    public void A_wrong_arch_string_is_refused_with_its_place(string text, string message) =>
        AllSpaces.Make("nasbench201").Invoking(space => space.Parse(text)).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void Path_numbers_of_NAS_Bench_201_tell_operations_apart()
    {
        var space = (NasBench201Space)AllSpaces.Make("nasbench201");
        var paths = space.Paths(space.Parse("|none~0|+|skip_connect~0|none~1|+|avg_pool_3x3~0|nor_conv_1x1~1|nor_conv_3x3~2|"));

        paths.Should().Equal(4, 5 + 2, 5 + 5 + 3, 30 + 3);
        space.PathCount.Should().Be(5 + 25 + 125);
    }

    [Fact]
    public void Identities_of_NAS_Bench_Macro_may_stand_anywhere_past_the_first_layer()
    {
        var space = AllSpaces.Make("nasbench-macro");

        space.Format(space.Canonical(space.Parse("10110210"))).Should().Be("10101201");
        space.Decisions.Enumerate().Select(space.Canonical).Distinct().Count().Should().Be(9 * 21 * 21);
    }

    [Fact]
    public void TF_NAS_has_the_blocks_and_widths_of_its_latency_table()
    {
        var space = AllSpaces.Make("tf-nas");
        var widths = space.Decisions.Decisions.Where(decision => decision.Group == "stage1.block1" && decision.Name.Contains("width", StringComparison.Ordinal));

        space.Decisions.Groups.Count(group => group.Name.Contains("block", StringComparison.Ordinal)).Should().Be(2 + 3 + 4 + 4 + 4 + 1);
        widths.Select(decision => (decision.Choices[0], decision.Choices[^1])).Should().Equal(("m32", "m64"), ("m64", "m128"));
    }

    [Fact]
    public void Blocks_of_TF_NAS_after_a_stages_first_can_be_skipped_without_sink_connecting_and_leave_the_network_of_a_smaller_depth()
    {
        var space = AllSpaces.Make("tf-nas", ("sinkConnecting", "false"));
        var sinks = AllSpaces.Make("tf-nas");
        var operations = space.Decisions.Decisions.Where(decision => decision.Name.EndsWith("operation", StringComparison.Ordinal)).ToArray();
        Architecture Of(INetworkSpace one, int depth, int skip) => one.Decisions.Architecture([.. one.Decisions.Decisions.Select(decision =>
            decision.Name.EndsWith("depth", StringComparison.Ordinal) ? decision.Name.StartsWith("stage1", StringComparison.Ordinal) ? depth : decision.Count - 1
            : decision.Name == "stage1.block2.operation" ? skip : 2)]);

        operations.Should().OnlyContain(decision => (decision.Count == 9 && decision.Choices[8] == "skip") != decision.Name.Contains("block1", StringComparison.Ordinal));
        space.Decisions.Decisions.Should().NotContain(decision => decision.Name.EndsWith("depth", StringComparison.Ordinal));
        space.Describe(Of(space, 0, 8)).Should().Be(sinks.Describe(Of(sinks, 0, 2)));
        space.Describe(Of(space, 0, 2)).Should().Be(sinks.Describe(Of(sinks, 1, 2))).And.NotBe(space.Describe(Of(space, 0, 8)));
    }

    [Fact]
    public void A_path_through_a_fabric_that_leaves_the_trellis_stays_at_its_border()
    {
        var space = AllSpaces.Make("fabric", ("scale", "mini"), ("layers", "3"));

        space.Format(space.Canonical(space.Parse("finer|coarser|finer"))).Should().Be("same|coarser|finer");
        space.Describe(space.Parse("finer|coarser|finer")).Should().Be(space.Describe(space.Parse("same|coarser|finer")));
    }

    [Fact]
    public void The_whole_fabric_has_the_weights_of_all_its_paths()
    {
        var space = AllSpaces.Make("fabric", ("scale", "mini"));
        var fabric = space.Networks["fabric"].Weights.Select(weight => weight.ToString());

        fabric.Should().BeEquivalentTo(SupernetWeights.Of(space).Select(weight => weight.ToString()));
    }

    [Fact]
    public void The_space_that_is_the_whole_fabric_has_that_network_and_no_other()
    {
        var whole = AllSpaces.Make("whole-fabric", ("scale", "mini"));

        whole.Decisions.Size.Should().Be(1);
        whole.Describe(whole.References["fabric"]).Should().Be(AllSpaces.Make("fabric", ("scale", "mini")).Networks["fabric"]);
    }

    [Theory]
    [InlineData("fabric")]
    [InlineData("whole-fabric")]
    public void More_scales_than_the_image_has_are_refused(string space) =>
        FluentActions.Invoking(() => AllSpaces.Make(space, ("scales", "7"))).Should().Throw<InputException>()
            .WithMessage("Space 'fabric' has 7 scales, too many for images of 32 pixels; give fewer.");

    [Fact]
    public void Every_morph_grows_the_network_and_keeps_the_weights_names()
    {
        var space = (MorphismSpace)AllSpaces.Make("morphism", ("scale", "mini"));
        var random = RandomSource.For(4, 0, "morph");
        for (var i = 0; i < 20; i++)
        {
            var one = space.Canonical(space.Decisions.Sample(random));
            var names = space.Describe(one).Weights.Select(weight => weight.Name).ToHashSet();

            foreach (var morph in space.Changes(one))
            {
                var grown = space.Describe(morph.Architecture);
                grown.Weights.Select(weight => weight.Name).Should().Contain(names);
                (grown.Nodes.Length + grown.Parameters).Should().BeGreaterThan(space.Describe(one).Nodes.Length + space.Describe(one).Parameters);
            }
        }
    }

    [Theory]
    [InlineData("fbnetv2-f", "16 1 1", "Row 1 of the macro table is '16 1 1'; it must have 4 cells: channels expansions blocks stride.")]
    [InlineData("fbnetv2-f", "16 1 1 1; 24/16 1 1 1", "Row 2 of the macro table has channels '24/16'; give whole numbers*ascending*")]
    [InlineData("mobilenet-v2", "16 1 x 1 1", "Row 1 of the macro table has kernels 'x'*")]
    [InlineData("tf-nas", "24 2 2 rellu", "Row 1 of the macro table has activation 'rellu': did you mean 'relu'?")]
    [InlineData("mobilenet-v2", "16 1 3/4 1 1", "Row 1 of the macro table has kernels '3/4'; give odd whole numbers.")]
    [InlineData("mnasnet", "8/12 1/2 1 # first\n16/24 1 0", "Row 2 of the macro table has stride '0'; give whole numbers from 1*")]
    [InlineData("efficientnet", ";", "The macro table has no rows*")]
    public void An_inconsistent_macro_table_is_refused_with_the_row(string space, string macro, string message) =>
        FluentActions.Invoking(() => AllSpaces.Make(space, ("macro", macro))).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void A_macro_table_may_have_a_row_per_line_and_remarks()
    {
        const string Table = """
            # channels expansions blocks stride
            12/16 1 1 1          # the first
            16:28:4   0.75/1.25 2 2
            """;

        AllSpaces.Make("fbnetv2-f", ("macro", Table)).Decisions.Size
            .Should().Be(AllSpaces.Make("fbnetv2-f", ("macro", "12/16 1 1 1; 16/20/24/28 0.75/1.25 2 2")).Decisions.Size).And.Be(16 * 64);
    }

    [Theory]
    [InlineData("fbnetv2-f", "kernels", "3,3", "Decision 'stage1.kernel' of space 'fbnetv2-f' has the choice 'k3' twice; give each once.")]
    [InlineData("fbnetv2-f", "kernels", "3,4", "Option 'kernels' is '3,4'; an even kernel*give odd ones.")]
    [InlineData("morphism", "kernels", "", "Option 'kernels' of 'morphism' is ''; it must be a list of whole numbers*")]
    [InlineData("fbnetv2-f", "activations", "relu,gellu", "Unknown activation 'gellu'*")]
    public void Choices_that_cannot_be_are_refused(string space, string option, string value, string message) =>
        FluentActions.Invoking(() => AllSpaces.Make(space, (option, value))).Should().Throw<InputException>().WithMessage(message);

    [Theory]
    [InlineData("fbnetv2-f", "6.1×10^25")]
    [InlineData("fbnetv2-f-fine", "ranges and steps of the rows are assumed")]
    [InlineData("fp-nas-l0", "ten channel choices a row are assumed")]
    [InlineData("fp-nas-l1", "input sizes")]
    [InlineData("fp-nas-l2", "depths")]
    [InlineData("mnasnet", "multiples of 8")]
    [InlineData("pnas", "the nine cells")]
    [InlineData("enas-rnn", "dropout of embeddings")]
    public void What_the_sources_leave_open_is_said(string space, string words) =>
        string.Join(' ', AllSpaces.Make(space).Assumptions).Should().Contain(words);

    [Fact]
    public void An_image_too_small_for_the_strides_is_refused_with_the_place() =>
        FluentActions.Invoking(() => AllSpaces.Make("morphism", ("stages", "7"))).Should().Throw<InputException>()
            .WithMessage("In stage7: max_pool with a window of 2*does not fit into*");
}
