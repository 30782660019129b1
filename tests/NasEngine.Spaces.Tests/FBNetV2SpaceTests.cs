using System.Numerics;
using NasEngine.Contracts;
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

    private static FBNetV2Space Space(string scale = "paper") => new(FBNetV2Options.Read(
        new OptionReader("space 'fbnetv2-f'", OptionBag.Empty.With("scale", scale)), Variant.F));
}
