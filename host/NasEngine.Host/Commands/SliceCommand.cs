using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Commands;

/// <summary><c>nas slice ID</c>: networks under other limits out of a supernet that is trained, without training.</summary>
internal static class SliceCommand
{
    private static readonly Option<string[]> Under = new("--under")
    {
        Description = "What the networks cost at most, instead of the search's limits: macs=1e6, params=2e5, latency_ms=2; may be given "
            + "more than once.",
        Required = true,
        HelpName = "COST=VALUE",
    };

    private static readonly Option<string?> Latencies = new("--latencies")
    {
        Description = "A latency table of the device that they are for, as 'nas profile' and 'nas profile import' write them.",
        HelpName = "TABLE.json",
    };

    public static Command Create()
    {
        var command = new Command(
            "slice", "Take networks under other limits out of the supernet of a search, with its weights: for another device, without "
            + "training again.")
        {
            SearchArgument.Id, Under, Latencies, MovedFiles.Set, CommonOptions.Json,
        };
        LaunchArguments.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = new SliceRequest(Limits(parsed.GetValue(Under)!), parsed.GetValue(Latencies));
        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        using var interrupts = new Interrupts();
        SearchHeader? header = null;
        return await JsonRun.RunAsync(
            parsed,
            () =>
            {
                var launch = MovedFiles.Read(parsed);
                var services = HostServices.Open(launch.Plugins);
                header = SearchArgument.Find(workspace, parsed.GetValue(SearchArgument.Id)!);
                return new HostSearchRunner(
                    workspace, services, launch, parsed.GetValue(CommonOptions.Json), header.Origin.Recipe, TimeProvider.System);
            },
            async searches =>
            {
                var result = await searches.SliceAsync(header!.Spec.Name, request, interrupts.Token).ConfigureAwait(false);
                searches.Print(result);
                searches.Print($"Its model: nas export {result.Name} --to FILE.onnx");
            }).ConfigureAwait(false);
    }

    private static ImmutableArray<CostTarget> Limits(string[] given) =>
    [
        .. NamedValues.Parse(given, "Cost", "--under COST=VALUE").Values.Select(pair =>
            double.TryParse(pair.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? Costs.Target(pair.Key, value)
                : throw new InputException($"'{pair.Key}={pair.Value}' is not as --under wants it: the limit is a number, as macs=1e6.")),
    ];
}
