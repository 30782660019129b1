using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Composition;
using NasEngine.Host.Worth;

namespace NasEngine.Host.Commands;

/// <summary><c>nas worth ID</c>: the winner of a search beside random architectures that were trained as it was.</summary>
internal static class WorthCommand
{
    private static readonly Option<int> Against = new Option<int>("--against")
    {
        Description = "How many random architectures to train.",
        HelpName = "N",
        DefaultValueFactory = _ => WorthRequest.Default,
    }.Within(WorthRequest.Least, WorthRequest.Most);

    private static readonly Option<string?> Band = new("--band")
    {
        Description = "Costs of the random architectures, as shares of what the band is around "
            + "(default: 0.8..1 of a limit, 0.9..1.1 of the winner's).",
        HelpName = "LOW..HIGH",
    };

    private static readonly Option<string?> Around = new("--around")
    {
        Description = "limit: the objective's upper limit on a cost (default where it has one). winner: the winner's cost.",
    };

    private static readonly Option<long?> Seed = new Option<long?>("--seed")
    {
        Description = "Another number draws other architectures.",
        HelpName = "S",
    }.Within(0);

    private static readonly Option<bool> Plan = new("--plan")
    {
        Description = "Say how many trainings there are and how long they take, and stop.",
    };

    static WorthCommand() => Around.AcceptOnlyFromAmong("limit", "winner");

    public static Command Create()
    {
        var command = new Command(
            "worth", "Train random architectures as the winner of a search was trained, and say where it stands among them.")
        {
            SearchArgument.Id, Against, Band, Around, Seed, Plan, MovedFiles.Set, CommonOptions.Json,
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
        var request = Request(parsed);
        var header = SearchArgument.Find(workspace, parsed.GetValue(SearchArgument.Id)!);
        var services = HostServices.Open(launch.Plugins);
        if (parsed.GetValue(Plan))
        {
            var question = new WorthQuestion(workspace, services, MeasuredHere.Read(workspace));
            var plan = question.Plan(header.Spec.Name, request);
            var forecast = question.Forecast(plan);
            Console.WriteLine(json ? WorthJson.Of(plan, forecast) : WorthSentences.Plan(plan, forecast));
            return ExitCode.Done;
        }

        using var interrupts = new Interrupts();
        using var searches = new HostSearchRunner(workspace, services, launch, json, header.Origin.Recipe, TimeProvider.System);
        var worth = await searches.WorthAsync(header.Spec.Name, request, interrupts.Token).ConfigureAwait(false);
        if (json)
        {
            Console.WriteLine(WorthJson.Of(worth));
        }
        else
        {
            searches.Print(worth);
        }

        return ExitCode.Done;
    }

    private static WorthRequest Request(ParseResult parsed) => new(parsed.GetValue(Against))
    {
        Seed = parsed.GetValue(Seed),
        Band = parsed.GetValue(Band) is { } band ? Shares(band) : null,
        Around = parsed.GetValue(Around) switch
        {
            "limit" => BandAround.Limit,
            "winner" => BandAround.Winner,
            _ => null,
        },
    };

    private static BandShares Shares(string text) =>
        text.Split("..") is [var low, var high]
        && double.TryParse(low, NumberStyles.Float, CultureInfo.InvariantCulture, out var least)
        && double.TryParse(high, NumberStyles.Float, CultureInfo.InvariantCulture, out var most)
            ? new BandShares(least, most)
            : throw new InputException($"'--band {text}' is no band; give two shares, e.g. --band 0.8..1.");
}
