using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>What a search has spent of its budget, beside the number of its candidates.</summary>
/// <param name="Trials">Trials proposed.</param>
/// <param name="Steps">Steps of the supernet proposed.</param>
/// <param name="Epochs">Sum of <see cref="Fidelity.EpochEquivalents"/> of the trials proposed that say them.</param>
/// <param name="VirtualSeconds">Sum of what the observed measurements say as <see cref="MetricNames.VirtualSeconds"/>.</param>
/// <param name="Nearest">The best that an observed trial has of the metric of <see cref="Budget.Goal"/>; null before the first.</param>
public sealed record Spent(long Trials = 0, long Steps = 0, double Epochs = 0, double VirtualSeconds = 0, double? Nearest = null)
{
    /// <summary>This with a proposal more.</summary>
    public Spent On(WorkItem work) => work is Trial trial
        ? this with { Trials = Trials + 1, Epochs = Epochs + (trial.Fidelity.EpochEquivalents ?? 0) }
        : this with { Steps = Steps + 1 };

    /// <summary>This with a measurement more.</summary>
    /// <param name="work">What was measured.</param>
    /// <param name="measurement">What came of it.</param>
    /// <param name="goal">What the search stops at, or null.</param>
    public Spent On(WorkItem work, Measurement measurement, Goal? goal) => this with
    {
        VirtualSeconds = VirtualSeconds + measurement.Metrics.GetValueOrDefault(MetricNames.VirtualSeconds),
        Nearest = work is Trial && goal is not null ? goal.Better(Nearest, measurement) : Nearest,
    };

    /// <summary>
    /// Whether a limit of the budget is reached, or what the search stops at; those of trials and of steps end a search when it has
    /// reached both.
    /// </summary>
    public bool Reaches(Budget budget) =>
        budget.Goal?.IsReached(Nearest) == true || Epochs >= budget.Epochs || VirtualSeconds >= budget.VirtualSeconds
        || ((budget.Trials is not null || budget.Steps is not null) && Trials >= (budget.Trials ?? 0) && Steps >= (budget.Steps ?? 0));

    /// <summary>Why the budget has no room for a proposal, as the end of a sentence; null when it has.</summary>
    public string? Refusal(Budget budget, WorkItem work) => work switch
    {
        Trial when Trials >= budget.Trials => $"proposed a trial beyond the {budget.Trials} of its budget",
        SupernetStep when Steps >= budget.Steps => $"proposed a step beyond the {budget.Steps} of its budget",
        Trial { Fidelity.Epochs: null } when budget.Epochs is not null =>
            "proposed a trial that does not say its epochs, which the budget counts",
        _ => null,
    };
}
