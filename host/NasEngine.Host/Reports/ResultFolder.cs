using System.Text;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Reports;

/// <summary>
/// The files of a finished search: <c>result.json</c>, <c>report.html</c>, and a folder per winner with its weights and
/// picture, which the worker that trained it wrote.
/// </summary>
internal static class ResultFolder
{
    /// <summary>Writes the files from the journal; each is written aside and renamed.</summary>
    public static SearchSummary Write(string workspace, string search, ISearchSpace space)
    {
        using var journal = SearchJournal.OpenToRead(workspace)!;
        var history = SearchHistory.Read(journal, journal.Find(search)!);
        var folder = Path.GetFullPath(Path.Combine(workspace, "results", search));
        Directory.CreateDirectory(folder);
        WinnerFolders.Name(folder, history.Finalists);
        var summary = SearchSummary.Of(history, space, folder) with { Worth = WorthReader.Newest(journal, history, space) };
        Replace(Path.Combine(folder, "result.json"), ResultJson.Of(summary));
        Replace(Path.Combine(folder, "report.html"), HtmlReport.Of(summary));
        return summary;
    }

    private static void Replace(string path, string text)
    {
        var aside = path + ".part";
        File.WriteAllText(aside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(aside, path, overwrite: true);
    }
}
