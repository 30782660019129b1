using System.Collections.Immutable;
using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Output.Comparing;
using NasEngine.Host.Reports;
using NasEngine.Search;

namespace NasEngine.Host.Commands.Reading;

/// <summary><c>nas compare A B</c>: searches of a workspace beside each other.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Searches = new("searches")
    {
        Description = "Names or numbers of two searches or more; 'nas list' shows them.",
        Arity = new ArgumentArity(2, 20),
    };

    public static Command Create()
    {
        var command = new Command("compare", "Compare searches: what differs in their definitions, their best, their curves and fronts.")
        {
            Searches, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var opened = new List<OpenedSearch>();
        try
        {
            foreach (var id in parsed.GetValue(Searches)!)
            {
                opened.Add(OpenedSearch.Of(parsed, id));
            }

            var axes = ComparedSearch.Common([.. opened.Select(one => one.Header.Spec.Objective)]);
            ComparedSearch[] compared = [.. opened.Select(one => Compared(one, axes))];
            var screen = Screen.Of(parsed);
            screen.Lines(parsed.GetValue(CommonOptions.Json) ? [CompareJson.Of(compared)] : CompareText.Of(compared, screen.Width));
            return ExitCode.Done;
        }
        finally
        {
            opened.ForEach(one => one.Dispose());
        }
    }

    private static ComparedSearch Compared(OpenedSearch opened, ImmutableArray<ObjectiveAxis> axes)
    {
        var history = opened.History;
        var winner = SearchSummary.Of(history, opened.Space, opened.Folder).Found.FirstOrDefault();
        var axis = SearchCurve.AxisOf(history);
        return new ComparedSearch(opened.Header, opened.State, history.Steps, FailureLines.ByReason(history).Sum(reason => reason.Count))
        {
            Best = winner ?? opened.Leaders(history).Select(leader => new FoundSummary(
                leader.Architecture, opened.Space.Format(leader.Architecture), leader.Measurement.Metrics)).FirstOrDefault(),
            IsWinner = winner is not null,
            Axis = axis,
            Curve = SearchCurve.Best(history, axis),
            Front = axes.Length < ParetoFront.LeastAxes ? null : FrontSummary.Of(history, opened.Space, axes),
        };
    }
}
