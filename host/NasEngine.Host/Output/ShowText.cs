using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Reports;
using NasEngine.Host.Retraining;
using NasEngine.Host.Worth;

namespace NasEngine.Host.Output;

/// <summary>One search on the terminal.</summary>
internal static class ShowText
{
    public static void Print(SearchSummary summary, string state, string resume, ISearchSpace space)
    {
        var history = summary.History;
        var spec = history.Header.Spec;
        Console.WriteLine($"{spec.Name}: {state}, {PartsText.Of(spec)}, seed {spec.Seed}");
        Console.WriteLine(
            $"{BudgetText.Candidates(history.Steps, spec.Budget)} candidates, {history.Samples} samples, "
            + $"{ProgressLine.Duration(TimeSpan.FromSeconds(history.Header.Seconds))}");
        var (objective, targets) = (ObjectiveText.Of(spec.Objective), ObjectiveText.Targets(spec.Objective));
        Console.WriteLine($"Objective: {objective}; targets: {targets}; budget: {BudgetText.Limits(spec.Budget)}");
        if (history.Failure is { } failure)
        {
            Console.WriteLine($"Failed: {failure}");
        }

        foreach (var note in history.Notes)
        {
            Console.WriteLine(note.Candidate is { } number ? $"Note on {number}: {note.Text}" : $"Note: {note.Text}");
        }

        foreach (var lost in history.LostAttempts)
        {
            Console.WriteLine($"Lost: {CandidateText.Of(lost.Number)}, attempt {lost.Attempt}: {lost.Reason}");
        }

        if (history.Status is { Count: > 0 } status)
        {
            Console.WriteLine(
                string.Join("  ", status.Select(pair => $"{pair.Key} {pair.Value.ToString("G5", CultureInfo.InvariantCulture)}")));
        }

        foreach (var line in TrialLines.Of(history, space))
        {
            Console.WriteLine(line);
        }

        if (summary.Leader is { } leader)
        {
            Console.WriteLine($"Best so far: {TrialLines.Of(leader, history.Header.Spec.Objective, space)}");
        }

        if (summary.Found.Count > 0)
        {
            ResultTable.Print(summary, failures: false);
        }
        else if (state is "interrupted" or "waiting" or "failed")
        {
            Console.WriteLine($"Go on with: {resume}");
        }

        if (summary.Front is { Entries.Count: > 0 })
        {
            FrontTable.Print(summary.Front, spec.Objective.Axes[0].Metric);
        }

        RetrainPrinting.Print(summary.Retrained, [.. summary.Found.Select(one => one.Architecture)]);
        if (summary.Worth is { } worth)
        {
            WorthText.Print(worth);
        }
    }
}
