using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Strategies.Relaxed.TfNas;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class ElasticityTests
{
    private static readonly WidthsSpace Space = new();
    private static readonly Freedoms Freedoms = new(Space.Decisions);

    [Fact]
    public void Freedoms_are_told_by_order_and_by_what_depends_on_them()
    {
        Freedoms.Widths.Select(number => Space.Decisions.Decisions[number].Name).Should().OnlyContain(name => name.EndsWith("width"));
        Freedoms.Widths.Should().HaveCount(6);
        Freedoms.Stages.Should().Equal(0, 0, 1, 1, 2, 2);
        Space.Decisions.Decisions.Where(Freedoms.IsDepth).Should().HaveCount(3).And.OnlyContain(decision => decision.Name.EndsWith("depth"));
    }

    [Fact]
    public void Every_attainable_target_is_met_to_a_channel_of_the_last_stage_that_has_room_and_none_is_passed()
    {
        for (var i = 0; i < 40; i++)
        {
            var architecture = Space.Decisions.Sample(RandomSource.For(1, i, "architectures"));
            var (least, most) = (Macs(architecture, 0), Macs(architecture, 1));
            for (var target = least; target <= most; target += 3)
            {
                var positions = Fit(architecture, target);

                var macs = Macs(architecture, positions);
                macs.Should().BeLessThanOrEqualTo(target);
                ((double)(target - macs)).Should().BeLessThan(FinestStep(architecture, positions));
            }
        }
    }

    [Fact]
    public void Under_an_unattainable_target_all_widths_are_the_narrowest()
    {
        var architecture = Space.Decisions.Sample(RandomSource.For(1, 0, "architectures"));

        Macs(architecture, Fit(architecture, Macs(architecture, 0) - 1)).Should().Be(Macs(architecture, 0));
        Macs(architecture, Fit(architecture, Macs(architecture, 1) + 1)).Should().Be(Macs(architecture, 1));
    }

    [Fact]
    public void Widths_of_blocks_that_are_not_there_stay()
    {
        var shallow = Space.Decisions.Architecture(new int[Space.Decisions.Decisions.Length]);

        var positions = Fit(shallow, Macs(shallow, 0));

        positions.Should().Equal(0, 0.5, 0, 0.5, 0, 0.5);
    }

    [Fact]
    public void A_space_without_widths_is_left_alone()
    {
        var space = new SkippingSpace();
        var elastic = new Elasticity(new Freedoms(space.Decisions), _ => 2);
        var architecture = space.Decisions.Architecture([0, 1, 2]);

        elastic.Fit(architecture, []).Should().BeEmpty();
        elastic.At(architecture, []).Should().Be(architecture);
    }

    private static ImmutableArray<double> Fit(Architecture architecture, long target) => new Elasticity(
        Freedoms, one => (double)Space.Cost(one).Macs / target).Fit(architecture, [.. Enumerable.Repeat(0.5, 6)]);

    private static long Macs(Architecture architecture, double position) => Macs(architecture, [.. Enumerable.Repeat(position, 6)]);

    private static long Macs(Architecture architecture, ImmutableArray<double> positions) =>
        Space.Cost(new Elasticity(Freedoms, _ => 1).At(architecture, positions)).Macs;

    /// <summary>What a channel more costs in every block of the last stage that is not at its widest; infinite when all are.</summary>
    private static double FinestStep(Architecture architecture, ImmutableArray<double> positions)
    {
        for (var stage = 2; stage >= 0; stage--)
        {
            var room = Enumerable.Range(0, 6).Where(i =>
                Freedoms.Stages[i] == stage && architecture.Values[Freedoms.Widths[i]] >= 0 && positions[i] < 1 - 1e-9).ToArray();
            if (room.Length > 0)
            {
                return room.Sum(i => architecture.Values[Freedoms.Widths[i] - 1] + 1);
            }
        }

        return double.PositiveInfinity;
    }
}
