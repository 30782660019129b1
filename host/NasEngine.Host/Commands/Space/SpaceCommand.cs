using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using Spectre.Console;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space</c>: what the search spaces hold, and what their architectures cost.</summary>
internal static class SpaceCommand
{
    public static Command Create()
    {
        var command = new Command("space", "Look at search spaces: list, show, size, sample, cost, draw.");
        var list = new Command("list", "List the spaces.") { CommonOptions.Json };
        list.SetAction(List);
        command.Subcommands.Add(list);
        command.Subcommands.Add(SpaceShowCommand.Create());
        command.Subcommands.Add(SpaceSizeCommand.Create());
        command.Subcommands.Add(SpaceSampleCommand.Create());
        command.Subcommands.Add(SpaceCostCommand.Create());
        command.Subcommands.Add(SpaceDrawCommand.Create());
        return command;
    }

    private static int List(ParseResult parsed)
    {
        var spaces = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []).Catalog.Describe<ISearchSpace>();
        if (parsed.GetValue(CommonOptions.Json))
        {
            Console.WriteLine(JsonText.Write(json =>
            {
                json.WriteStartArray("spaces");
                foreach (var space in spaces)
                {
                    json.WriteStartObject();
                    json.WriteString("id", space.Id);
                    json.WriteString("summary", space.Summary);
                    json.WriteString("plugin", space.Plugin);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("id", "what it is");
        foreach (var space in spaces)
        {
            table.AddRow(new Text(space.Id), new Text(space.Summary));
        }

        AnsiConsole.Write(table);
        return ExitCode.Done;
    }
}
