using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Retraining;

/// <summary>What is trained again of a search of a workspace, and what came of it.</summary>
internal sealed class RetrainQuestion(string workspace, HostServices services)
{
    /// <summary>Plans it; nothing is written.</summary>
    /// <exception cref="InputException">There is no such search or architecture, or nothing that trains it.</exception>
    public RetrainPlan Plan(string search, RetrainRequest request)
    {
        using var journal = SearchArgument.Open(workspace);
        var header = SearchArgument.Find(journal, search);
        services.MustHave(workspace, header);
        return RetrainPlan.Of(
            SearchHistory.Read(journal, header), SpaceOf(header.Spec), request, services.Catalog, name => journal.Find(name)?.Spec);
    }

    /// <summary>What came of it; where the search whose architecture it is has files, they are written anew.</summary>
    public RetrainAnswer Answer(RetrainPlan plan)
    {
        var (name, space) = (plan.Header.Spec.Name, SpaceOf(plan.Spec));
        var summary = ResultFolder.Write(workspace, plan.Spec.Name, space, ObjectiveOf(plan.Spec));
        if (plan.Header.State == "completed")
        {
            ResultFolder.Write(workspace, name, space, ObjectiveOf(plan.Header.Spec));
        }

        using var journal = SearchArgument.OpenToFollow(workspace);
        var origin = SearchHistory.Read(journal, journal.Find(name)!);
        var trial = plan.Name.Trial is { } number
            ? origin.Candidates.FirstOrDefault(entry => entry.Candidate.Number == number)?.Measurement
            : null;
        return new RetrainAnswer(
            plan, Retrained.Of(plan.Name, summary.History.Finalists)!, summary,
            trial is { Failure: null } ? trial.Metrics : null,
            origin.Finalists.FirstOrDefault(finalist => finalist.Measurement is { Failure: null })?.WithLatency()!.Metrics);
    }

    private ISearchSpace SpaceOf(SearchSpec spec) => services.Catalog.Space(spec.Space);

    private IObjective ObjectiveOf(SearchSpec spec) => SearchParts.Make(spec.Objective, services.Catalog);
}
