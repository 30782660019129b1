using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands.Changing;

/// <summary><c>nas delete ID</c>: deletes a search with all its results, after it asked.</summary>
internal static class DeleteCommand
{
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Do not ask." };

    public static Command Create()
    {
        var command = new Command(
            "delete", "Delete a search with its trials, results, checkpoints, comparisons and retrainings; it asks first.")
        {
            SearchArgument.Id, Yes, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        var (name, question) = Question(workspace, parsed.GetValue(SearchArgument.Id)!);
        var screen = Screen.Of(parsed);
        if (!parsed.GetValue(Yes) && !IsWanted(parsed, screen, question))
        {
            screen.Line($"Search '{name}' stays.");
            return ExitCode.Done;
        }

        using var held = WorkspaceLock.Take(workspace);
        var gone = new SearchChanges(workspace, TimeProvider.System).Delete(name);
        screen.Line(!parsed.GetValue(CommonOptions.Json) ? $"Deleted: {string.Join(", ", gone)}." : JsonText.Write(json =>
        {
            json.WriteStartArray("deleted");
            foreach (var one in gone)
            {
                json.WriteStringValue(one);
            }

            json.WriteEndArray();
        }));
        return ExitCode.Done;
    }

    /// <exception cref="InputException">There is no such search, or it runs.</exception>
    private static (string Name, string Question) Question(string workspace, string id)
    {
        using var journal = SearchArgument.Open(workspace);
        var header = SearchArgument.Find(journal, id);
        var (name, state) = (header.Spec.Name, ListCommand.StateOf(header, workspace));
        if (state is "running" or "paused")
        {
            throw new InputException($"Search '{name}' is {state}; stop it first: nas stop {name}.");
        }

        var derived = DerivedSearch.All(journal, name).Select(one => one.Header.Spec.Name).ToArray();
        var named = SearchChanges.NamedBy(journal.List(), name);
        var begun = header.Created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return (name, $"Search '{name}' ({state}, begun {begun} UTC) and all its results will "
            + $"be gone{(derived.Length > 0 ? $", with what was made of it: {string.Join(", ", derived)}" : "")}."
            + $"{(named.Count > 0 ? $" The strategies of {string.Join(", ", named)} name it." : "")} Delete it? [y/N] ");
    }

    /// <exception cref="InputException">There is nobody to ask.</exception>
    private static bool IsWanted(ParseResult parsed, Screen screen, string question)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            throw new InputException("With --json nobody is asked; say --yes to delete the search.");
        }

        screen.Output.Write(question);
        screen.Output.Flush();
        return Console.In.ReadLine() is { } answer
            ? answer.Trim() is "y" or "Y" or "yes" or "Yes"
            : throw new InputException("There is nobody to ask; say --yes to delete the search.");
    }
}
