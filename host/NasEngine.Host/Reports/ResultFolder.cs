using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Reports;

/// <summary>
/// The files of a finished search: <c>result.json</c>, <c>report.html</c>, and a folder per winner with its weights and
/// picture, which the worker that trained it wrote.
/// </summary>
internal static class ResultFolder
{
    /// <summary>
    /// Writes the files from the journal, if they are not there as they would be written; each is written aside and renamed, the result
    /// last.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="search">Name of the search.</param>
    /// <param name="space">Its space.</param>
    /// <param name="objective">Its objective; null where its plugin is not there.</param>
    public static SearchSummary Write(string workspace, string search, ISearchSpace space, IObjective? objective)
    {
        using var journal = SearchJournal.OpenToFollow(workspace)!; // Who ran or renamed the search has looked that it is sound.
        var header = journal.Find(search)!;
        var folder = Path.GetFullPath(Path.Combine(workspace, "results", search));
        var summary = Summarise(HistoryEnd.Read(journal, header, trials: 0) ?? SearchHistory.Read(journal, header));
        var (result, report) = (Path.Combine(folder, "result.json"), Path.Combine(folder, "report.html"));
        var json = ResultJson.Of(summary);
        if (File.Exists(report) && File.Exists(result) && File.ReadAllText(result) == json)
        {
            return summary;
        }

        try
        {
            Directory.CreateDirectory(folder);
            WinnerFolders.Name(folder, summary.History.Finalists);
            Replace(report, HtmlReport.Of(summary, ReportPlots.Of(workspace, journal, header, space, objective)));
            Replace(result, json);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException && IsReadOnly(workspace))
        {
            // What was found is read from the journal; the files are as they were.
        }

        return summary;

        SearchSummary Summarise(SearchHistory history) =>
            SearchSummary.Of(history, space, folder) with
            {
                Worth = WorthReader.Newest(journal, history, space),
                Retrained = Retrained.All(journal, search),
            };
    }

    /// <summary>Writes the report alone, of a search that need not be at its end.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void WriteReport(SearchSummary summary, ReportPlots plots, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            Replace(path, HtmlReport.Of(summary, plots));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The report '{path}' cannot be written: {Clause.Of(refused.Message)}; name another file: --to FILE.", refused);
        }
    }

    private static bool IsReadOnly(string workspace)
    {
        try
        {
            WorkspaceLock.Take(workspace).Dispose();
            return false;
        }
        catch (InputException)
        {
            return !WorkspaceLock.IsHeld(workspace);
        }
    }

    private static void Replace(string path, string text) => WholeFile.Write(path, text);
}
