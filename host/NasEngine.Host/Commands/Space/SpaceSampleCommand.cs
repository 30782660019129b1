using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space sample</c>: architectures drawn uniformly.</summary>
internal static class SpaceSampleCommand
{
    private static readonly Option<int> Count = new("--count")
    {
        Description = "How many.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The same seed draws the same architectures.",
        DefaultValueFactory = _ => 0,
        HelpName = "S",
    };

    public static Command Create()
    {
        var command = new Command("sample", "Draw architectures uniformly.")
        {
            SpaceArguments.Space, SpaceArguments.Set, Count, Seed, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var space = SpaceArguments.Open(parsed);
        var count = parsed.GetValue(Count);
        if (count < 1)
        {
            throw new InputException($"'--count {count}' is too few; give at least 1.");
        }

        var random = RandomSource.For(parsed.GetValue(Seed), 0, "nas space sample");
        var texts = Enumerable.Range(0, count).Select(_ => space.Format(space.Decisions.Sample(random)));
        if (!parsed.GetValue(CommonOptions.Json))
        {
            foreach (var text in texts)
            {
                Console.WriteLine(text);
            }

            return ExitCode.Done;
        }

        Console.WriteLine(JsonText.Write(json =>
        {
            json.WriteString("space", space.Decisions.Id);
            json.WriteStartArray("architectures");
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }));
        return ExitCode.Done;
    }
}
