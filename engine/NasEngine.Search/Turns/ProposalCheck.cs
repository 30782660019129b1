using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>Whether what a strategy proposed makes sense. Strategies are other people's code.</summary>
public static class ProposalCheck
{
    /// <summary>What is wrong with a proposal, as the end of a sentence; null when nothing is.</summary>
    public static string? Problem(WorkItem work, WorkKind kind, ISearchSpace space) => (kind, work) switch
    {
        (WorkKind.Trials or WorkKind.Both, Trial trial) => Problem(trial),
        (WorkKind.SupernetSteps or WorkKind.Both, SupernetStep step) => Problem(step),
        _ => $"proposed a {work.GetType().Name}, but says it proposes {kind}",
    } ?? work.Routes.Select(route => Problem(route, space)).FirstOrDefault(problem => problem is not null);

    /// <summary>What is wrong with the winners a strategy named, as the end of a sentence; null when nothing is.</summary>
    public static string? Problem(ImmutableArray<Architecture> winners, ISearchSpace space) => winners.IsDefaultOrEmpty
        ? null
        : winners.Select(winner => Problem((Route)winner, space)).FirstOrDefault(problem => problem is not null)
            ?.Replace("proposed", "recommended", StringComparison.Ordinal);

    private static string? Problem(Trial trial) =>
        trial.Fidelity.Epochs is < 0 or double.NaN ? $"proposed a trial of {trial.Fidelity.Epochs} epochs"
        : trial.Fidelity.DataFraction is <= 0 or > 1 or double.NaN
            ? $"proposed a trial on the share {trial.Fidelity.DataFraction} of the data"
        : trial.Fidelity.PriorEpochs is < 0 or double.NaN
            ? $"proposed a trial of weights with {trial.Fidelity.PriorEpochs} epochs behind them"
        : trial.Fidelity.Resolution is < 1 ? $"proposed a trial on images of {trial.Fidelity.Resolution} pixels a side"
        : trial.Weights is null ? "proposed a trial whose weights come from nowhere"
        : trial.Weights is SlicedWeights { CalibrationBatches: < 1 } or SlicedWeights { ValidationBatches: < 0 }
            ? "proposed a slice of the supernet on no batch"
        : null;

    private static string? Problem(SupernetStep step) =>
        step.Train.IsDefault || step.Validate.IsDefault ? "proposed a supernet step with a list of routes that is null"
        : string.IsNullOrEmpty(step.Rule?.Id) ? "proposed a supernet step without a rule"
        : step.ValidationBatches < 1 ? $"proposed a supernet step that measures on {step.ValidationBatches} batches"
        : step.SchedulePosition is < 0 or > 1 or double.NaN
            ? $"proposed a supernet step at {step.SchedulePosition} of its schedule, which goes from 0 to 1"
        : null;

    private static string? Problem(Route route, ISearchSpace space) => route switch
    {
        Architecture architecture => Problem(architecture, space.Decisions),
        Mixture mixture => MixtureCheck.Problem(mixture, space),
        _ => "proposed an architecture that is null",
    };

    private static string? Problem(Architecture architecture, DecisionSpace decisions)
    {
        if (architecture.Space != decisions.Id)
        {
            return $"proposed architecture '{architecture.Key}' of space '{architecture.Space}' in a search of '{decisions.Id}'";
        }

        try
        {
            return decisions.Architecture(architecture.Values.AsSpan()).Equals(architecture)
                ? null
                : $"proposed architecture '{architecture.Key}' with values for decisions that are not active";
        }
        catch (InputException problem)
        {
            return $"proposed an architecture that is not one: {Clause.Of(problem.Message)}";
        }
    }
}
