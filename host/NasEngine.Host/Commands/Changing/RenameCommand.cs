using System.CommandLine;
using NasEngine.Host.Commands.Reading;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Reports;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands.Changing;

/// <summary><c>nas rename ID NAME</c>: gives a search another name; its results go with it.</summary>
internal static class RenameCommand
{
    private static readonly Argument<string> To = new("name") { Description = "The new name." };

    public static Command Create()
    {
        var command = new Command("rename", "Give a search another name, with its results, its log, its comparisons and its retrainings.")
        {
            SearchArgument.Id, To, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (workspace, to) = (parsed.GetValue(CommonOptions.Workspace)!, parsed.GetValue(To)!);
        var (header, names) = Find(workspace, parsed.GetValue(SearchArgument.Id)!, to);
        var name = header?.Spec.Name ?? parsed.GetValue(SearchArgument.Id)!;
        IReadOnlyList<string> derived;
        using (WorkspaceLock.Take(workspace))
        {
            derived = new SearchChanges(workspace, TimeProvider.System).Rename(name, to);
        }

        using (var opened = OpenedSearch.Of(parsed, to))
        {
            if (opened.State == "completed")
            {
                ResultFolder.Write(workspace, to, opened.Space, opened.Objective); // They name the search.
            }
        }

        Say(parsed, name, to, [.. derived], names);
        return ExitCode.Done;
    }

    /// <summary>The search, and those that name it; null where an earlier call was cut short after the journal had the new name.</summary>
    private static (SearchHeader? Header, IReadOnlyList<string> NamedBy) Find(string workspace, string id, string to)
    {
        using var journal = SearchArgument.Open(workspace);
        var header = journal.Find(id) is null && journal.Find(to) is not null ? null : SearchArgument.Find(journal, id);
        return (header, header is null ? [] : SearchChanges.NamedBy(journal.List(), header.Spec.Name));
    }

    private static void Say(ParseResult parsed, string name, string to, string[] derived, IReadOnlyList<string> namedBy)
    {
        var screen = Screen.Of(parsed);
        if (parsed.GetValue(CommonOptions.Json))
        {
            screen.Line(JsonText.Write(json =>
            {
                json.WriteString("search", to);
                json.WriteString("was", name);
            }));
            return;
        }

        var others = derived.Length > 0 ? $", and what was made of it {string.Join(", ", derived)}" : "";
        screen.Line($"Search '{name}' is called '{to}' now{others}.");
        screen.Line($"A recipe that says '{name}' begins a new search; give it the new name to go on with this one.");
        foreach (var other in namedBy)
        {
            screen.Line($"The strategy of search '{other}' names '{name}', which it does not find any more.");
        }
    }
}
