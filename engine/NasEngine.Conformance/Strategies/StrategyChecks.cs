using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every strategy. It runs on a small space with conditional decisions, with a budget of
/// <see cref="Budget"/> candidates.
/// </summary>
public abstract class StrategyChecks
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

    /// <summary>A check.</summary>
    [Check]
    public virtual void Two_instances_given_the_same_calls_do_the_same()
    {
        var one = Run(seed: 3).Advance(Budget);
        Same(Run(seed: 3).Advance(Budget), one, "two instances that are given the same calls");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Restored_at_any_point_it_goes_on_bit_for_bit_as_if_never_interrupted()
    {
        var undisturbed = Run(seed: 5).Advance(Budget);
        for (var point = 0; point < Budget; point++)
        {
            var resumed = Run(seed: 5).Advance(point).TakenOverBy(New(seed: 5)).Advance(Budget - point);
            Same(resumed, undisturbed, $"interrupted after {point} observations and restored, it");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_restored_strategy_shows_the_same_status_and_recommends_the_same()
    {
        var run = Run(seed: 7).Advance(Budget / 2);
        var restored = run.TakenOverBy(New(seed: 7));
        Must.Equal(restored.Strategy.Status.Scalars, run.Strategy.Status.Scalars, "restored, it shows another status");
        Must.Equal(restored.Strategy.Status.Alphas.Keys, run.Strategy.Status.Alphas.Keys, "restored, it shows other alphas");
        Must.Equal(restored.Strategy.Recommend(3), run.Strategy.Recommend(3), "restored, it recommends otherwise");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Asking_for_state_status_and_recommendations_changes_nothing()
    {
        var quiet = Run(seed: 11).Advance(Budget);
        var asked = Run(seed: 11);
        for (var i = 0; i < Budget; i++)
        {
            asked.Advance(1).State();
            _ = asked.Strategy.Status;
            asked.Strategy.Recommend(2);
        }

        Same(asked, quiet, "asked for state, status and recommendations in between, it");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Every_proposal_is_of_its_kind_and_of_the_space()
    {
        var run = Run(seed: 13).Advance(Budget);
        Must.Hold(run.Candidates.Count > 0, "it proposes nothing");
        foreach (var candidate in run.Candidates)
        {
            Must.Hold(
                candidate.Work is Trial || run.Strategy.Kind.HasSupernet(),
                $"proposal {candidate.Number} is a step of a supernet, and its kind is trials");
            Must.Hold(
                candidate.Work is SupernetStep || run.Strategy.Kind != WorkKind.SupernetSteps,
                $"proposal {candidate.Number} is a trial, and its kind is steps of a supernet");
            Must.Hold(
                !run.Strategy.SaysEpochs || candidate.Work is not Trial { Fidelity.Epochs: null },
                $"proposal {candidate.Number} does not say its epochs, and the strategy says that all trials do");
            Must.Hold(candidate.Work.Routes.Any(), $"proposal {candidate.Number} has no architecture");
            Must.Hold(candidate.Work.Routes.All(Space.Holds), $"proposal {candidate.Number} is not of the space");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_trial_starts_only_from_a_network_that_was_kept_and_measured_and_is_still_wanted()
    {
        var run = Run(seed: 37, Flaky);
        for (var i = 0; i < Budget && !run.Ended; i++)
        {
            var (proposed, wanted) = (run.Candidates.Count, run.Strategy.Wanted);
            run.Advance();
            foreach (var trial in run.Candidates.Skip(proposed).Select(candidate => candidate.Work).OfType<Trial>())
            {
                Must.Hold(
                    trial.Weights is not SlicedWeights || run.Strategy.Kind.HasSupernet(), "a trial is a slice, and there is no supernet");
                if (trial.Weights is InheritedWeights { Candidate: var parent })
                {
                    Must.Hold(
                        run.Candidates[(int)parent].Work is Trial { Keep: true } && run.Observed.Contains(parent)
                            && Flaky(run.Candidates[(int)parent]).Failure is null && wanted?.Contains(parent) != false,
                        $"a trial starts from trial {parent}, whose network was not kept, not measured, or not wanted any more");
                }
            }
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void It_proposes_something_before_any_result() =>
        Must.Hold(New(seed: 1).Propose(new ProposalContext(0, 1, [])) is not null, "it proposes nothing before there is a result");

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_search_whose_candidates_all_fail_goes_on()
    {
        var run = Run(seed: 17, measure: candidate =>
            Measurement.Failed(Kinds[candidate.Number % Kinds.Length], "Injected.")).Advance(Budget);
        Must.Hold(!run.Ended && run.Candidates.Count >= Budget, $"where all fails it ends after {run.Candidates.Count} proposals");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_search_of_which_a_third_fails_is_still_resumed_exactly()
    {
        var undisturbed = Run(seed: 19, Flaky).Advance(Budget);
        var resumed = Run(seed: 19, Flaky).Advance(Budget / 2).TakenOverBy(New(seed: 19)).Advance(Budget - (Budget / 2));
        Same(resumed, undisturbed, "where a third fails, restored in the middle, it");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void It_recommends_at_most_what_is_asked_for_all_different_and_of_the_space()
    {
        var run = Run(seed: 23).Advance(Budget);
        foreach (var count in new[] { 0, 1, 5 })
        {
            var recommended = run.Strategy.Recommend(count);
            Must.Hold(recommended.Length <= count, $"asked for {count} architectures, it recommends {recommended.Length}");
            Must.BeUnique(recommended, "it recommends an architecture twice");
            Must.Hold(recommended.All(Space.Decisions.Holds), "it recommends an architecture that is not of the space");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void The_status_holds_finite_numbers_only()
    {
        var run = Run(seed: 29);
        for (var i = 0; i < Budget; i++)
        {
            var status = run.Strategy.Status;
            Must.Hold(
                status.Scalars.Values.Concat(status.Alphas.Values.SelectMany(values => values)).All(double.IsFinite),
                $"after {i} observations its status has a number that is not finite");
            run.Advance();
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_state_that_is_empty_cut_short_or_of_an_unknown_version_is_refused_in_words()
    {
        var state = Run(seed: 31).Advance(Budget / 2).State();
        var unknown = state.ToArray();
        if (unknown.Length > 0)
        {
            unknown[0] = 255;
        }

        var shorter = state[..Math.Max(0, state.Length - 1)];
        foreach (var (wrong, what) in new[] { ([], "that is empty"), (unknown, "of an unknown version"), (shorter, "that is cut short") })
        {
            Must.BeRefused(() => New(seed: 31).Restore(wrong), "", $"a state {what} is not refused in words (InputException)");
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

    private static void Same(StrategyRun found, StrategyRun expected, string who)
    {
        Must.Equal(found.Candidates, expected.Candidates, $"{who} proposes otherwise");
        Must.Equal(found.State(), expected.State(), $"{who} saves another state");
    }

    private static Measurement Flaky(Candidate candidate) => candidate.Number % 3 == 1
        ? Measurement.Failed(FailureKind.Poisoned, "Injected.")
        : ToyEstimator.Measure(candidate);
}
