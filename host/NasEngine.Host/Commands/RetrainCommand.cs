using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Retraining;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Commands;

/// <summary><c>nas retrain ID</c>: an architecture of a search is trained again, as its winners were or for longer.</summary>
internal static class RetrainCommand
{
    private const double MostEpochs = 10_000;

    private static readonly Option<long?> Trial = new Option<long?>("--trial")
    {
        Description = "A trial of the search (default: its winner).",
        HelpName = "N",
    }.Within(0);

    private static readonly Option<int?> RunnerUp = new Option<int?>("--runner-up")
    {
        Description = "A runner-up, from 1.",
        HelpName = "K",
    }.Within(1);

    private static readonly Option<string?> Architecture = new("--architecture")
    {
        Description = "Any architecture, in the text form of the search's space, as 'nas trials' prints them.",
        HelpName = "TEXT",
    };

    private static readonly Option<double?> Epochs = new Option<double?>("--epochs")
    {
        Description = "Passes over the training data (default: those of the search's .Final).",
        HelpName = "E",
    }.Above(0, MostEpochs);

    private static readonly Option<long?> Seed = new Option<long?>("--seed")
    {
        Description = "Where its random numbers come from (default: the search's seed); each is a training of its own.",
        HelpName = "S",
    }.Within(0);

    public static Command Create()
    {
        var command = new Command(
            "retrain", "Train a trial of a search, or its winner, again by the search's own final recipe, and keep its weights.")
        {
            SearchArgument.Id, Trial, RunnerUp, Architecture, Epochs, Seed, MovedFiles.Set, CommonOptions.Json,
        };
        LaunchArguments.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        var json = parsed.GetValue(CommonOptions.Json);
        var launch = MovedFiles.Read(parsed);
        var header = SearchArgument.Find(workspace, parsed.GetValue(SearchArgument.Id)!);
        var services = HostServices.Open(launch.Plugins);
        using var interrupts = new Interrupts();
        using var searches = new HostSearchRunner(workspace, services, launch, json, header.Origin.Recipe, TimeProvider.System);
        var answer = await searches.RetrainAsync(header.Spec.Name, Request(parsed), interrupts.Token).ConfigureAwait(false);
        if (json)
        {
            Console.WriteLine(RetrainJson.Of(answer));
        }
        else
        {
            RetrainPrinting.Print(answer);
        }

        return ExitCode.Done;
    }

    private static RetrainRequest Request(ParseResult parsed) => new()
    {
        Trial = parsed.GetValue(Trial),
        RunnerUp = parsed.GetValue(RunnerUp),
        Architecture = parsed.GetValue(Architecture),
        Epochs = parsed.GetValue(Epochs),
        Seed = parsed.GetValue(Seed),
    };
}
