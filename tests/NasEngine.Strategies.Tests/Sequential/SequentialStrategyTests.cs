using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Strategies.Tests;

/// <summary>What bayesian, bananas, tpe and nsga2 have in common.</summary>
public sealed class SequentialStrategyTests
{
    private const string Latency = MetricNames.Latency;

    private static readonly WidthSpace Widths = new();

    private static readonly Objective Accuracy = new(MetricNames.ValidationAccuracy, []);

    public static TheoryData<string> Ids => Searches.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void They_find_better_ones_than_random_search(string id)
    {
        Best(id, null).Should().BeGreaterThan(Best("tpe", new { Initial = 1000 }) + 0.1, "that one draws only");

        static double Best(string id, object? options) => Enumerable.Range(1, 5).Average(seed => Searches.Proposed(Searches.Run(
            id, Searches.Setup(Widths, Accuracy, (ulong)seed), one => Searches.Accuracy(Searches.Slope(one)), options: options).Advance(80))
            .Max(Searches.Slope));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void With_eight_workers_nothing_is_proposed_twice_and_it_never_waits(string id)
    {
        var run = Searches.Run(id, Searches.Setup(Widths, Accuracy), one => Searches.Accuracy(Searches.Slope(one)), window: 8).Advance(60);
        Searches.Proposed(run).Should().OnlyHaveUniqueItems().And.HaveCount(67);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_space_that_is_used_up_ends_the_search(string id)
    {
        var space = new ToySpace();
        static Measurement Measure(Architecture one) => Searches.Accuracy(ToyEstimator.Accuracy(one));
        var run = Searches.Run(id, Searches.Setup(space, Accuracy), Measure, window: 3).Advance(100);
        run.Ended.Should().BeTrue();
        Searches.Proposed(run).Should().OnlyHaveUniqueItems().And.HaveCount(42);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Where_one_in_65536_keeps_to_the_limit_it_is_found_and_ends_the_search(string id)
    {
        var setup = Searches.Setup(Widths, Accuracy.Under(MetricNames.Macs, 8000));
        var run = Searches.Run(id, setup, one => Searches.Accuracy(Searches.Slope(one))).Advance(10);
        run.Ended.Should().BeTrue();
        Searches.Proposed(run).Should().ContainSingle().Which.Values.Should().OnlyContain(width => width == 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Where_nothing_keeps_to_the_limits_it_says_so(string id)
    {
        var setup = Searches.Setup(Widths, Accuracy.Under(MetricNames.Macs, 7000));
        var run = Searches.Run(id, setup, one => Searches.Accuracy(Searches.Slope(one)));
        run.Invoking(search => search.Advance(1)).Should().Throw<InputException>().WithMessage(
            "no architecture of space 'widths' within the limit on macs was found in 2,000 random draws and 20,000 steps towards it; "
            + "the nearest misses it by 14.3 %: raise the limit or search another space.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_limit_that_only_a_trial_measures_is_learnt(string id)
    {
        // A wide second layer is slow, and would be best.
        var setup = Searches.Setup(Widths, Accuracy.Require(new Constraint(Latency, 1)));
        Measurement Measure(Architecture one) => Searches.Accuracy(Searches.Slope(one)).With(Latency, 0.4 + (0.4 * one.Values[1]));
        var later = Searches.Proposed(Searches.Run(id, setup, Measure).Advance(80))[40..];
        later.Count(one => one.Values[1] > 1).Should().BeLessThan(later.Length / 4, "half of random ones are too slow");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void While_every_trial_misses_a_measured_limit_it_goes_where_less_is_missed(string id)
    {
        var setup = Searches.Setup(Widths, Accuracy.Require(new Constraint(Latency, 0.1)));
        Measurement Measure(Architecture one) => Searches.Accuracy(Searches.Slope(one)).With(Latency, 1 + one.Values.Sum());
        double[] sums = [.. Searches.Proposed(Searches.Run(id, setup, Measure).Advance(80)).Select(one => (double)one.Values.Sum())];
        sums[60..].Average().Should().BeLessThan(sums[..10].Average() - 3);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Restored_in_an_instance_that_knows_another_search_it_goes_on_as_the_first(string id)
    {
        // The worst so far stands for those that fail, and there are worse ones later.
        static Measurement Measure(Architecture one) => one.Values[0] == 1
            ? Measurement.Failed(FailureKind.BadArchitecture, "Injected.")
            : Searches.Accuracy(Searches.Slope(one) - (one.Values[2] == 2 ? 1 : 0));
        var undisturbed = Searches.Run(id, Searches.Setup(Widths, Accuracy), Measure, window: 3).Advance(50);
        foreach (var point in new[] { 13, 24, 38 })
        {
            var other = Searches.Run(id, Searches.Setup(Widths, Accuracy), one => Searches.Accuracy(-Searches.Slope(one))).Advance(point);
            var resumed = Searches.Run(id, Searches.Setup(Widths, Accuracy), Measure, window: 3).Advance(point);
            Searches.Proposed(resumed.TakenOverBy(other.Strategy).Advance(50 - point)).Should().Equal(Searches.Proposed(undisturbed));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_another_strategy_tried_is_learnt_and_not_proposed_again(string id)
    {
        var space = new ToySpace();
        var run = Searches.Run(id, Searches.Setup(space, Accuracy), one => Searches.Accuracy(ToyEstimator.Accuracy(one)));
        var all = space.All().ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            if (i != 17)
            {
                var other = new Candidate(i, new Trial(all[i], Fidelity.Full));
                run.Strategy.Learn(new Observation(other, ToyEstimator.Measure(other), 1));
            }
        }

        run.Strategy.Status.Scalars["measured"].Should().Be(41);
        run.Strategy.Propose(new ProposalContext(42, 1, [])).Should().Be(new Trial(all[17], Fidelity.Full));
    }

    [Theory]
    [InlineData("bayesian")]
    [InlineData("tpe")]
    public void What_is_pending_turns_proposals_elsewhere(string id)
    {
        // Pending, and tried without a result: the second is the proposal of who only keeps from proposing it again.
        Enumerable.Range(30, 30).Count(number =>
        {
            var best = Propose(number, null, isPending: false);
            return Propose(number, best, isPending: true) != Propose(number, best, isPending: false);
        }).Should().BeGreaterThan(3);

        Architecture Propose(int number, Architecture? busy, bool isPending)
        {
            var run = Searches.Run(id, Searches.Setup(Widths, Accuracy), one => Searches.Accuracy(Searches.Slope(one))).Advance(30);
            var candidate = new Candidate(30, new Trial(busy ?? Widths.Decisions.Sample(RandomSource.For(1, 0, "other")), Fidelity.Full));
            if (busy is not null && !isPending)
            {
                run.Strategy.Observe(new Observation(candidate, Measurement.Failed(FailureKind.Poisoned, "Injected."), 1));
            }

            return ((Trial)run.Strategy.Propose(new ProposalContext(number, 1, isPending ? [candidate] : []))!).Architecture;
        }
    }

    [Theory]
    [InlineData("bayesian")]
    [InlineData("bananas")]
    [InlineData("tpe")]
    public void What_fails_by_its_own_fault_is_shunned_and_what_a_lost_worker_had_is_not(string id)
    {
        var shunned = Share(FailureKind.BadArchitecture);
        shunned.Should().BeLessThan(0.1);
        Share(FailureKind.Poisoned).Should().BeGreaterThan(shunned + 0.05);

        // Architectures whose second layer is widest fail; others are the better the wider it is.
        double Share(FailureKind kind) => Enumerable.Range(1, 3).Average(seed => Searches.Proposed(
            Searches.Run(id, Searches.Setup(Widths, Accuracy, (ulong)seed), one => one.Values[1] == 3
                ? Measurement.Failed(kind, "Injected.")
                : Searches.Accuracy(Searches.Slope(one))).Advance(80))[40..].Average(one => one.Values[1] == 3 ? 1.0 : 0));
    }
}
