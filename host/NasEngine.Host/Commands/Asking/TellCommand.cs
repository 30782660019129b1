using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Asking;
using NasEngine.Host.Composition;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Commands.Asking;

/// <summary><c>nas tell NAME NUMBER METRIC=VALUE …</c>: takes what came of a trial that was measured elsewhere.</summary>
internal static class TellCommand
{
    private static readonly Argument<long> Number =
        new Argument<long>("number") { Description = "Number of the trial, as 'nas ask' gave it." }.From(0);

    private static readonly Argument<string[]> Metrics = new("metrics")
    {
        Description = "What it measured: METRIC=VALUE, with a point for decimals.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Failed = new("--failed")
    {
        Description = "The trial has no result, for this reason; the strategy is told, and it is not tried again.",
        HelpName = "REASON",
    };

    public static Command Create()
    {
        var command = new Command("tell", "Tell a search what came of a trial that 'nas ask' handed out; it is on disk when this returns.")
        {
            SearchArgument.Id, Number, Metrics, Failed, CommonOptions.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var number = parsed.GetValue(Number);
        using var search = await AskedSearch.OpenAsync(parsed, TimeProvider.System, cancellation).ConfigureAwait(false);
        MustBeOpen(search, number);
        var measurement = Measurement(parsed, search);
        await search.AdvanceAsync(number, measurement, cancellation).ConfigureAwait(false);
        var open = search.Open.Select(candidate => candidate.Number).ToHashSet();
        search.HandedOut.Write(search.HandedOut.Read().Where(open.Contains));
        Say(parsed, search, number);
        return ExitCode.Done;
    }

    /// <exception cref="InputException">It is told already, or there is no such trial.</exception>
    private static void MustBeOpen(AskedSearch search, long number)
    {
        var name = search.Header.Spec.Name;
        var entry = search.History.Candidates.FirstOrDefault(one => one.Candidate.Number == number)
            ?? throw new InputException(
                $"There is no trial {number} in search '{name}'; 'nas trials {name} --state open' lists those that wait.");
        if (entry.Measurement is not null)
        {
            throw new InputException($"Trial {number} of search '{name}' is told already; 'nas trials {name}' shows it.");
        }
    }

    private static Measurement Measurement(ParseResult parsed, AskedSearch search)
    {
        var metrics = parsed.GetValue(Metrics) ?? [];
        if (parsed.GetValue(Failed) is { } reason)
        {
            return metrics.Length == 0
                ? Contracts.Measurement.Failed(FailureKind.BadArchitecture, reason)
                : throw new InputException("A trial that failed has no metrics; tell them, or --failed.");
        }

        var parts = SearchParts.Make(
            search.Header.Spec, search.Services.Catalog, measured: MeasuredHere.Read(search.Workspace));
        return ToldMetrics.Of(metrics, parts.Objective.Metrics.Where(metric => !parts.Costs.Knows(metric)));
    }

    private static void Say(ParseResult parsed, AskedSearch search, long number)
    {
        var (history, spec) = (search.History, search.Header.Spec);
        var objective = SearchParts.Make(spec.Objective, search.Services.Catalog);
        var best = history.Finalists.Count > 0 ? null : history.Leaders(objective).FirstOrDefault();
        Screen.Of(parsed).Line(parsed.GetValue(CommonOptions.Json)
            ? JsonText.Write(json =>
            {
                json.WriteString("search", spec.Name);
                json.WriteString("state", search.IsOver ? search.Header.State : "open");
                json.WriteNumber("trial", number);
                json.WriteNumber("measured", history.Steps);
                json.WritePropertyName("best_score");
                JsonText.Number(json, best?.Score ?? double.NaN);
            })
            : $"Trial {number} is told, {BudgetText.Candidates(history.Steps, spec.Budget)}"
                + (best is null ? "" : string.Create(
                    CultureInfo.InvariantCulture, $"; best {BestLine.Figure(best, spec.Objective.Axes)}, trial {best.Number}"))
                + (search.IsOver ? $". Search '{spec.Name}' is {search.Header.State}; nas best {spec.Name} shows what it found." : "."));
    }
}
