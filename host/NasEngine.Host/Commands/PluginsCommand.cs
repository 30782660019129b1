using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Commands.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using Spectre.Console;

namespace NasEngine.Host.Commands;

/// <summary><c>nas plugins</c>: what there is to search with.</summary>
internal static class PluginsCommand
{
    public static Command Create()
    {
        var command =
            new Command(
                "plugins",
                "List the plugins and the strategies, spaces, objectives, data sets and estimators they offer.") { CommonOptions.Json };
        command.SetAction(List);
        var list = new Command("list", "The same as 'nas plugins' alone.") { CommonOptions.Json };
        list.SetAction(List);
        command.Subcommands.Add(list);
        var id = new Argument<string>("part") { Description = "Id of a strategy, space, objective, data set or estimator." };
        var show = new Command("show", "Show the options of a part.") { id };
        show.SetAction(parsed => Show(Open(parsed), parsed.GetValue(id)!));
        command.Subcommands.Add(show);
        command.Subcommands.Add(SwapCommand.Create());
        command.Subcommands.Add(AddCommand.Add());
        command.Subcommands.Add(CheckCommand.Create());
        command.Subcommands.Add(RemoveCommand.Create());
        command.Subcommands.Add(SearchCommand.Create());
        return command;
    }

    private static PluginCatalog Open(ParseResult parsed) => HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []).Catalog;

    private static int List(ParseResult parsed)
    {
        var catalog = Open(parsed);
        catalog.Load();
        if (parsed.GetValue(CommonOptions.Json))
        {
            Console.WriteLine(Json(catalog));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("kind", "id", "what it is", "plugin");
        foreach (var (kind, part) in Parts(catalog))
        {
            table.AddRow(new Text(kind), new Text(part.Id), new Text(part.Summary), new Text(part.Plugin));
        }

        AnsiConsole.Write(table);
        foreach (var plugin in catalog.Plugins.Where(plugin => plugin.State == PluginState.Rejected))
        {
            Console.Error.WriteLine($"Rejected: {plugin.Reason}");
        }

        return ExitCode.Done;
    }

    private static int Show(PluginCatalog catalog, string id)
    {
        var parts = Parts(catalog).Where(pair => pair.Part.Id == id).ToArray();
        if (parts.Length == 0)
        {
            throw new InputException(
                $"There is no part '{id}': {Suggest.Instead(id, Parts(catalog).Select(pair => pair.Part.Id).Distinct())}");
        }

        foreach (var (kind, part) in parts)
        {
            Console.WriteLine($"{kind} {part.Id}: {part.Summary}");
            foreach (var option in part.Options)
            {
                var range = option.Range.Length > 0 ? " " + option.Range : "";
                var fallback = option.Default.Length > 0 ? $", default {option.Default}" : "";
                var condition = option.Condition is { } beside ? $"; only {beside}" : "";
                Console.WriteLine($"  {option.Name} ({option.Type}{range}{fallback}{condition}): {option.Summary}");
            }
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(string Kind, PartDescription Part)> Parts(PluginCatalog catalog) =>
    [
        .. catalog.Describe<IStrategy>().Select(part => ("strategy", part)),
        .. catalog.Describe<ISearchSpace>().Select(part => ("space", part)),
        .. catalog.Describe<IObjective>().Select(part => ("objective", part)),
        .. catalog.Describe<IDataset>().Select(part => ("dataset", part)),
        .. catalog.Describe<IEstimator>().Select(part => ("estimator", part)),
        .. catalog.Describe<IProfiler>().Select(part => ("profiler", part)),
    ];

    private static string Json(PluginCatalog catalog) => JsonText.Write(json =>
    {
        json.WriteStartArray("parts");
        foreach (var (kind, part) in Parts(catalog))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("id", part.Id);
            json.WriteString("summary", part.Summary);
            json.WriteString("plugin", part.Plugin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
