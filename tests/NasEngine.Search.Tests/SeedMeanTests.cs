using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

/// <summary>A winner that was trained from several seeds is one measurement: their means, with their spread.</summary>
public sealed class SeedMeanTests
{
    private static readonly Architecture Network = new("toy", [1, 2]);

    [Fact]
    public void Metrics_are_means_and_their_spread_is_the_sample_standard_deviation()
    {
        var winner = Winner(3, Seed(2, 0.9, 0.3), Seed(0, 0.8, 0.1), Seed(1, 0.7, 0.2));

        winner.Measurement!.Metrics["score"].Should().BeApproximately(0.8, 1e-15);
        winner.Measurement.Metrics["macs"].Should().Be(0.1 + 0.2, "equal values are their own mean, to the last bit");
        winner.FinalScore.Should().Be(new FinalScore((0.1 + 0.2 + 0.3) / 3, 0));
        winner.Deviations.Keys.Should().Equal("score");
        winner.Deviations["score"].Should().BeApproximately(0.1, 1e-15);
        winner.OfKeptNetwork()!.Metrics["score"].Should().Be(0.8, "the network that is kept is that of the first seed");
    }

    [Fact]
    public void Nothing_is_said_before_all_seeds_are_there_and_one_seed_is_as_it_is()
    {
        var first = Seed(0, 0.8, 0.1);

        Winner(2, first).Measurement.Should().BeNull();
        Winner(1, first).Measurement.Should().BeSameAs(first.Measurement);
        Winner(1, first).Deviations.Should().BeEmpty();
        Winner(1, first).FinalScore.Should().Be(first.FinalScore);
    }

    [Fact]
    public void A_seed_that_failed_is_left_out_and_is_a_failure_only_where_all_failed()
    {
        var lost = new FinalistMeasured(0, Measurement.Failed(FailureKind.Poisoned, "lost"), null);
        var one = Winner(3, lost, Seed(1, 0.8, 0.1), Seed(2, 0.6, 0.3));

        one.Measurement!.Metrics["score"].Should().BeApproximately(0.7, 1e-15);
        one.FinalScore!.Score.Should().BeApproximately(0.2, 1e-15);
        one.OfKeptNetwork()!.Failure.Should().NotBeNull("the first seed's network is not there");
        (one.IsLost, one.Lacks(0), one.Lacks(1)).Should().Be((false, true, false));
        Winner(2, lost, lost with { Seed = 1 }).IsLost.Should().BeTrue();
    }

    private static FinalistMeasured Seed(int seed, double value, double score) =>
        new(0, new Measurement().With("score", value).With("macs", 0.1 + 0.2), null) { Seed = seed, FinalScore = new FinalScore(score, 0) };

    private static Finalist Winner(int seeds, params ImmutableArray<FinalistMeasured> measured) =>
        measured.Aggregate(Finalist.Of([Network])[0], (winner, one) => winner.With(one, seeds));
}
