using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every strategy. A plugin's tests derive from it, name the strategy, and pass. The
/// strategy runs on a small space with conditional decisions, with a budget of <see cref="Budget"/> candidates.
/// </summary>
public abstract class StrategyConformance
{
    private static readonly FailureKind[] Kinds = Enum.GetValues<FailureKind>();

    /// <summary>Candidates of the searches here.</summary>
    protected virtual int Budget => 60;

    /// <summary>The space it runs on.</summary>
    protected virtual ISearchSpace Space { get; } = new ToySpace();

    /// <summary>The objective, with a cost target that half of the toy space exceeds.</summary>
    protected virtual Objective Objective { get; } =
        new Objective(MetricNames.ValidationAccuracy, []).Under(MetricNames.Macs, 4000);

    /// <summary>
    /// What it is made with; a plugin whose strategy works with others, or starts from an earlier search, says here which.
    /// </summary>
    protected virtual StrategySetup Setup(ulong seed) =>
        new(Space, new CountedCosts(Space), Objective, new Budget(Budget)) { Seed = seed };

    /// <summary>A fresh strategy, made from the setup alone.</summary>
    protected abstract IStrategy Create(StrategySetup setup);

    [Fact]
    public void Two_instances_given_the_same_calls_do_the_same()
    {
        var one = Run(seed: 3).Advance(Budget);
        var other = Run(seed: 3).Advance(Budget);
        other.Candidates.Should().Equal(one.Candidates);
        other.State().Should().Equal(one.State());
    }

    [Fact]
    public void Restored_at_any_point_it_goes_on_bit_for_bit_as_if_never_interrupted()
    {
        var undisturbed = Run(seed: 5).Advance(Budget);
        for (var point = 0; point < Budget; point++)
        {
            var resumed = Run(seed: 5).Advance(point).TakenOverBy(New(seed: 5)).Advance(Budget - point);
            resumed.Candidates.Should().Equal(undisturbed.Candidates, "it was interrupted after {0} observations", point);
            resumed.State().Should().Equal(undisturbed.State(), "it was interrupted after {0} observations", point);
        }
    }

    [Fact]
    public void A_restored_strategy_shows_the_same_status_and_recommends_the_same()
    {
        var run = Run(seed: 7).Advance(Budget / 2);
        var restored = run.TakenOverBy(New(seed: 7));
        restored.Strategy.Status.Scalars.Should().Equal(run.Strategy.Status.Scalars);
        restored.Strategy.Status.Alphas.Keys.Should().Equal(run.Strategy.Status.Alphas.Keys);
        restored.Strategy.Recommend(3).Should().Equal(run.Strategy.Recommend(3));
    }

    [Fact]
    public void Asking_for_state_status_and_recommendations_changes_nothing()
    {
        var quiet = Run(seed: 11).Advance(Budget);
        var asked = Run(seed: 11);
        for (var i = 0; i < Budget; i++)
        {
            asked.Advance(1).State();
            _ = asked.Strategy.Status;
            asked.Strategy.Recommend(2);
        }

        asked.Candidates.Should().Equal(quiet.Candidates);
        asked.State().Should().Equal(quiet.State());
    }

    [Fact]
    public void Every_proposal_is_of_its_kind_and_of_the_space()
    {
        var run = Run(seed: 13).Advance(Budget);
        run.Candidates.Should().NotBeEmpty();
        foreach (var candidate in run.Candidates)
        {
            (candidate.Work is Trial || run.Strategy.Kind.HasSupernet()).Should().BeTrue();
            (candidate.Work is SupernetStep || run.Strategy.Kind != WorkKind.SupernetSteps).Should().BeTrue();
            candidate.Work.Routes.Should().NotBeEmpty();
            candidate.Work.Routes.Should().OnlyContain(route => Space.Holds(route));
        }
    }

    [Fact]
    public void A_trial_starts_only_from_a_network_that_was_kept_and_measured_and_is_still_wanted()
    {
        var run = Run(seed: 37, Flaky);
        for (var i = 0; i < Budget && !run.Ended; i++)
        {
            var (proposed, wanted) = (run.Candidates.Count, run.Strategy.Wanted);
            run.Advance();
            foreach (var trial in run.Candidates.Skip(proposed).Select(candidate => candidate.Work).OfType<Trial>())
            {
                (trial.Weights is SlicedWeights && !run.Strategy.Kind.HasSupernet()).Should().BeFalse("there is no supernet");
                if (trial.Weights is InheritedWeights { Candidate: var parent })
                {
                    run.Candidates[(int)parent].Work.Should().BeOfType<Trial>().Which.Keep.Should().BeTrue();
                    run.Observed.Should().Contain(parent);
                    Flaky(run.Candidates[(int)parent]).Failure.Should().BeNull();
                    wanted?.Should().Contain(parent);
                }
            }
        }
    }

    [Fact]
    public void It_proposes_something_before_any_result() =>
        New(seed: 1).Propose(new ProposalContext(0, 1, [])).Should().NotBeNull();

    [Fact]
    public void A_search_whose_candidates_all_fail_goes_on()
    {
        var run = Run(seed: 17, measure: candidate =>
            Measurement.Failed(Kinds[candidate.Number % Kinds.Length], "Injected.")).Advance(Budget);
        run.Ended.Should().BeFalse();
        run.Candidates.Count.Should().BeGreaterThanOrEqualTo(Budget);
    }

    [Fact]
    public void A_search_of_which_a_third_fails_is_still_resumed_exactly()
    {
        var undisturbed = Run(seed: 19, Flaky).Advance(Budget);
        var resumed = Run(seed: 19, Flaky).Advance(Budget / 2).TakenOverBy(New(seed: 19)).Advance(Budget - Budget / 2);
        resumed.Candidates.Should().Equal(undisturbed.Candidates);
        resumed.State().Should().Equal(undisturbed.State());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void It_recommends_at_most_what_is_asked_for_all_different_and_of_the_space(int count)
    {
        var recommended = Run(seed: 23).Advance(Budget).Strategy.Recommend(count);
        recommended.Length.Should().BeLessThanOrEqualTo(count);
        recommended.Should().OnlyHaveUniqueItems();
        recommended.Where(architecture => !Space.Decisions.Holds(architecture)).Should().BeEmpty();
    }

    [Fact]
    public void The_status_holds_finite_numbers_only()
    {
        var run = Run(seed: 29);
        for (var i = 0; i < Budget; i++)
        {
            var status = run.Strategy.Status;
            status.Scalars.Values.Concat(status.Alphas.Values.SelectMany(values => values))
                .Where(value => !double.IsFinite(value)).Should().BeEmpty();
            run.Advance();
        }
    }

    [Fact]
    public void A_state_that_is_empty_cut_short_or_of_an_unknown_version_is_refused_in_words()
    {
        var state = Run(seed: 31).Advance(Budget / 2).State();
        var unknown = state.ToArray();
        unknown[0] = 255;
        foreach (var wrong in new[] { [], unknown, state[..^1] })
        {
            New(seed: 31).Invoking(strategy => strategy.Restore(wrong)).Should().Throw<InputException>();
        }
    }

    /// <summary>A fresh strategy of a search with this seed.</summary>
    protected IStrategy New(ulong seed) => Create(Setup(seed));

    /// <summary>A search that has not started, on <see cref="ToyEstimator"/> unless told otherwise.</summary>
    protected StrategyRun Run(ulong seed, Func<Candidate, Measurement>? measure = null)
    {
        var strategy = New(seed);
        var window = strategy.Kind.HasSupernet() ? 1 : 4;
        return new StrategyRun(strategy, seed, window, measure ?? ToyEstimator.Measure) { Objective = Objective };
    }

    private static Measurement Flaky(Candidate candidate) => candidate.Number % 3 == 1
        ? Measurement.Failed(FailureKind.Poisoned, "Injected.")
        : ToyEstimator.Measure(candidate);
}
