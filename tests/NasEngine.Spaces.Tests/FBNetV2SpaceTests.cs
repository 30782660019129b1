using System.Numerics;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Spaces.FBNetV2;

namespace NasEngine.Spaces.Tests;

public sealed class FBNetV2SpaceTests
{
    [Fact]
    public void FBNetV2_F_has_about_6e25_architectures_as_FP_NAS_states()
    {
        var size = Space().Decisions.Size;

        size.Should().Be(
            16 * BigInteger.Pow(48, 10) * 4 * 4 * 4 * 4 * 7 * 7 * 8 * 14 * 14 * 3);
        ((double)size).Should().BeApproximately(6.13e25, 0.01e25);
    }

    [Fact]
    public void A_quarter_of_the_entropy_of_FBNetV2_F_is_fourteen_samples_at_the_start()
    {
        var entropy = Space().Decisions.Decisions.Sum(decision => Math.Log(decision.Count));

        ((int)(entropy / 4)).Should().Be(14);
    }

    [Fact]
    public void The_mini_space_costs_one_to_four_million_multiply_adds_and_ten_to_sixty_thousand_parameters()
    {
        var space = Space("mini");
        var random = RandomSource.For(1, 0, "test");
        var costs = Enumerable.Range(0, 200).Select(_ => space.Cost(space.Decisions.Sample(random))).ToArray();

        costs.Select(cost => cost.Macs).Order().ElementAt(100).Should().BeInRange(1_000_000, 4_000_000);
        costs.Select(cost => cost.Parameters).Order().ElementAt(100).Should().BeInRange(10_000, 60_000);
        space.Decisions.Decisions.Sum(decision => Math.Log(decision.Count)).Should().BeInRange(30, 60);
    }

    [Fact]
    public void The_text_of_an_architecture_reads_back()
    {
        var space = Space();
        var architecture = space.Decisions.Sample(RandomSource.For(2, 0, "test"));

        space.Parse(space.Format(architecture)).Should().Be(architecture);
    }

    [Fact]
    public void Bits_are_a_choice_of_each_row_and_change_what_the_weights_weigh_alone()
    {
        var space = AllSpaces.Make("fbnetv2-f", OptionBag.Empty.With("scale", "mini").With("bits", "4,8,32"));
        var bits = space.Decisions.Decisions.Select((decision, number) => (decision, number))
            .Where(one => one.decision.Name.EndsWith(".bits", StringComparison.Ordinal)).Select(one => one.number).ToArray();
        bits.Should().HaveCount(7);
        var random = RandomSource.For(4, 0, "bits");
        for (var round = 0; round < 20; round++)
        {
            var sampled = space.Decisions.Sample(random);
            ArchitectureCost Of(int choice) => space.Cost(space.Decisions.Architecture(
                [.. sampled.Values.Select((value, number) => bits.Contains(number) ? choice : value)]));
            var (four, eight, whole) = (Of(0), Of(1), Of(2));

            space.Cost(sampled).Should().Be(space.Describe(sampled).Cost);
            (four with { WeightBytes = 0 }).Should().Be(whole with { WeightBytes = 0 });
            whole.WeightBytes.Should().Be(4 * whole.Parameters);
            four.WeightBytes.Should().BeLessThan(eight.WeightBytes);
            eight.WeightBytes.Should().BeLessThan(whole.WeightBytes);
        }
    }

    [Fact]
    public void Bits_of_one_choice_are_those_of_all_blocks_and_none_of_stem_head_and_classifier()
    {
        var space = AllSpaces.Make("fbnetv2-f", OptionBag.Empty.With("scale", "mini").With("bits", "8"));

        var network = space.Describe(space.Decisions.Sample(RandomSource.For(5, 0, "bits")));

        network.Nodes.Where(node => node.Operation is Convolution)
            .Should().OnlyContain(node => ((Convolution)node.Operation).Bits == (node.Stage.StartsWith("stage") ? 8 : 32));
    }

    [Theory]
    [InlineData("16")]
    [InlineData("8,8")]
    public void Other_bits_are_refused(string bits) => FluentActions.Invoking(
        () => AllSpaces.Make("fbnetv2-f", OptionBag.Empty.With("scale", "mini").With("bits", bits))).Should().Throw<InputException>();

    [Fact]
    public void A_mixture_of_all_choices_has_no_bits()
    {
        var space = (IMixtureSpace)AllSpaces.Make("fbnetv2-f", OptionBag.Empty.With("scale", "mini").With("bits", "8,32"));

        space.NoMixtures.Should().Match("Space 'fbnetv2-f' has choices of bits, *fp-nas.");
        space.Invoking(one => one.DescribeMixture()).Should().Throw<InputException>().WithMessage(space.NoMixtures);
        ((IMixtureSpace)Space()).NoMixtures.Should().BeNull();
    }

    private static FBNetV2Space Space(string scale = "paper") => new(FBNetV2Options.Read(
        new OptionReader("space 'fbnetv2-f'", OptionBag.Empty.With("scale", scale)), Variant.F));
}
