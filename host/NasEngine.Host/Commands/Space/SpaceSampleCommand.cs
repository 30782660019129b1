using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space sample</c>: architectures drawn uniformly.</summary>
internal static class SpaceSampleCommand
{
    private const int Most = 1_000_000;

    private static readonly Option<int> Count = new Option<int>("--count")
    {
        Description = "How many.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    }.Within(1, Most);

    private static readonly Option<ulong> Seed = new Option<ulong>("--seed")
    {
        Description = "The same seed draws the same architectures.",
        DefaultValueFactory = _ => 0,
        HelpName = "S",
    }.Within(0);

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
