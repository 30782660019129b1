using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using Spectre.Console;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space show</c>: the decisions and published networks of a space.</summary>
internal static class SpaceShowCommand
{
    public static Command Create()
    {
        var command = new Command("show", "Show the decisions and published networks of a space.")
        {
            SpaceArguments.Space, SpaceArguments.Set, CommonOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var space = SpaceArguments.Open(parsed);
            if (parsed.GetValue(CommonOptions.Json))
            {
                Console.WriteLine(Json(space));
            }
            else
            {
                Print(space);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(ISearchSpace space)
    {
        var decisions = space.Decisions;
        Console.WriteLine(
            $"{decisions.Id}: {decisions.Size} architectures, {decisions.Decisions.Length} decisions in {decisions.Groups.Length} layers");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("decision", "choices", "active");
        foreach (var decision in decisions.Decisions)
        {
            table.AddRow(new Text(decision.Name), new Text(Choices(decision)), new Text(Active(decisions, decision)));
        }

        AnsiConsole.Write(table);
        if (SpaceArguments.Published(space).ToArray() is { Length: > 0 } names)
        {
            Console.WriteLine($"Published networks: {string.Join(", ", names)}");
        }

        if (space.Assumptions.Length > 0)
        {
            Console.WriteLine("Assumed where the sources leave it open:");
        }

        foreach (var assumption in space.Assumptions)
        {
            Console.WriteLine($"- {assumption}");
        }

        Console.WriteLine($"Options for --set: nas plugins show {decisions.Id}");
    }

    private static string Choices(Decision decision) => decision.Count <= 12
        ? string.Join(' ', decision.Choices)
        : $"{string.Join(' ', decision.Choices.Take(3))} … {decision.Choices[^1]} ({decision.Count})";

    private static string Active(DecisionSpace space, Decision decision) => decision.When is not { } when ? "always"
        : $"{space.Decisions[when.Decision].Name} in "
            + $"{string.Join(' ', when.Values.Select(value => space.Decisions[when.Decision].Choices[value]))}";

    private static string Json(ISearchSpace space) => JsonText.Write(json =>
    {
        json.WriteString("space", space.Decisions.Id);
        json.WriteString("size", space.Decisions.Size.ToString());
        json.WriteStartArray("decisions");
        foreach (var decision in space.Decisions.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("name", decision.Name);
            json.WriteString("group", decision.Group);
            json.WriteBoolean("ordered", decision.Ordered);
            json.WriteString("active", Active(space.Decisions, decision));
            json.WriteStartArray("choices");
            foreach (var choice in decision.Choices)
            {
                json.WriteStringValue(choice);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("references");
        foreach (var name in SpaceArguments.Published(space))
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var assumption in space.Assumptions)
        {
            json.WriteStringValue(assumption);
        }

        json.WriteEndArray();
    });
}
