using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Clusters;
using NasEngine.Host.Commands.Clusters;
using NasEngine.Host.Commands.Space;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Networks;

namespace NasEngine.Host.Commands.Profiling;

/// <summary>
/// <c>nas profile</c>: measures how long the operations of a space take here, as a table that searches predict latencies from.
/// </summary>
internal static class ProfileCommand
{
    private const int Most = 10_000;

    private static readonly Option<FileInfo> To =
        new("--to") { Description = "File of the table (JSON).", HelpName = "FILE", Required = true };

    private static readonly Option<int> Networks = new Option<int>("--networks")
    {
        Description = "Whole networks to measure: half of them fit the prediction, the others say how good it is.",
        HelpName = "N",
        DefaultValueFactory = _ => 200,
    }.Within(SpaceProfile.LeastNetworks, Most);

    private static readonly Option<int> Rounds = new Option<int>("--rounds")
    {
        Description = "How often everything is measured, whole networks up to four times as often within a minute; the median counts.",
        HelpName = "N",
        DefaultValueFactory = _ => ProfileRequest.UsualRounds,
    }.Within(1, Most);

    private static readonly Option<string> Device = new("--device")
    {
        Description = "Where: cpu, cuda:0.",
        HelpName = "NAME",
        DefaultValueFactory = _ => TorchDevices.Cpu,
    };

    private static readonly Option<ulong> Seed = new Option<ulong>("--seed")
    {
        Description = "Another number draws other networks.",
        HelpName = "S",
        DefaultValueFactory = _ => 0,
    }.Within(0);

    private static readonly Option<string?> On = new("--on")
    {
        Description = "With --cluster: tags that the machine must have, joined by commas.",
        HelpName = "TAGS",
    };

    private static readonly Option<string?> Cluster = new("--cluster")
    {
        Description = "Measure on another machine: listen at this address for one that joins ('nas worker --join').",
        HelpName = "HOST:PORT",
    };

    public static Command Create()
    {
        var command = new Command(
            "profile", "Measure how long the operations of a space take, here or on another machine, as a table to predict latencies from.")
        {
            SpaceArguments.Space, To, SpaceArguments.Set, Networks, Rounds, Device, Seed, Cluster, On, ClusterArguments.Certificate,
            ClusterArguments.NoTls, CommonOptions.Json,
        };
        command.Subcommands.Add(TableCommand.Import());
        command.Subcommands.Add(TableCommand.Export());
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = new ProfileRequest(parsed.GetValue(Networks), parsed.GetValue(Rounds), parsed.GetValue(Seed));
        var (networks, file) = (request.Networks, parsed.GetValue(To)!);
        TableFile.MustBeWritable(file);
        var launch = ClusterOf(parsed);
        var catalog = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []).Catalog;
        var (named, device) = (SpaceArguments.Named(parsed), parsed.GetValue(Device)!);
        var space = SpaceArguments.Networks(catalog.Space(named));
        var profile = launch is null
            ? SpaceProfile.Measure(
                space, TorchDevices.Find(device), SpaceProfile.DeviceName(device, MachineName.Of(device)), networks, request.Rounds,
                request.Seed, TimeProvider.System, new StageLines(Console.Error), cancellation)
            : await MeasureThereAsync(
                new RemoteProfile(launch, TagsOption.Read(parsed, On), catalog, TimeProvider.System), named, device, request)
                .ConfigureAwait(false);
        TableFile.Write(profile.Table, LatencyTableFormat.Nas, file);
        Console.WriteLine(parsed.GetValue(CommonOptions.Json) ? Json(space, profile, file) : Text(space, profile, networks, file));
        return ExitCode.Done;
    }

    private static async Task<SpaceProfile> MeasureThereAsync(
        RemoteProfile profile, ComponentSpec space, string device, ProfileRequest request)
    {
        using var interrupts = new Interrupts(say: null);
        return await profile.MeasureAsync(space, device, request, interrupts.Token).ConfigureAwait(false);
    }

    private static ClusterLaunch? ClusterOf(ParseResult parsed) => parsed.GetValue(Cluster) is { } address
        ? ClusterArguments.Read(parsed, address)
        : (parsed.GetValue(On) ?? parsed.GetValue(ClusterArguments.Certificate)) is not null || parsed.GetValue(ClusterArguments.NoTls)
            ? throw new InputException(
                $"{On.Name}, {ClusterArguments.NoTls.Name} and {ClusterArguments.Certificate.Name} are for a machine that joins; give "
                + $"{Cluster.Name} HOST:PORT as well.")
            : null;

    private static string Text(INetworkSpace space, SpaceProfile profile, int networks, FileInfo file)
    {
        var (table, check) = (profile.Table, profile.Check);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {{table.Milliseconds.Count}} operations of '{{space.Decisions.Id}}' and {{networks}} whole networks measured on {{table.Device}}; spread {{profile.Spread:P1}}{{Unsteady(profile)}}
            latency = {{table.Base:0.####}} ms + {{table.Scale:0.###}} × sum of the operations' times
            {{check.Networks}} networks that this was not fitted to: Spearman {{check.Spearman:0.000}}, median relative error {{check.RelativeError:P1}}, mean absolute error {{check.Error:0.####}} ms{{Doubt(check)}}
            Table: {{file.FullName}}
            In a recipe: .Costs("{{LatencyTable.CostsId}}", new { Table = "{{file.Name}}" }).Objective(Maximize.Accuracy().Under(Milliseconds(…)))
            """);
    }

    private static string Unsteady(SpaceProfile profile) => profile.Unsteady is [var first, ..]
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"\nTimes of {profile.Unsteady.Length} differ by more than {UnsteadyOperation.Much:P0} between rounds, most of all of "
            + $"'{first.Key}' "
            + $"({first.Milliseconds:0.####} ms, {first.Spread:P0}); --json lists them")
        : "";

    private static string Doubt(LatencyCheck check) =>
        check is { Spearman: >= LatencyCheck.GoodSpearman, RelativeError: <= LatencyCheck.GoodRelativeError }
        ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $"\nThat is worse than {LatencyCheck.GoodSpearman} and {LatencyCheck.GoodRelativeError:P0}: measure again when nothing else "
            + $"runs, or with more --rounds.");

    private static string Json(INetworkSpace space, SpaceProfile profile, FileInfo file) => JsonText.Write(json =>
    {
        json.WriteString("space", space.Decisions.Id);
        json.WriteString("device", profile.Table.Device);
        json.WriteNumber("operations", profile.Table.Milliseconds.Count);
        json.WriteNumber("spread", profile.Spread);
        json.WriteStartArray("unsteady");
        foreach (var operation in profile.Unsteady)
        {
            json.WriteStartObject();
            json.WriteString("operation", operation.Key);
            json.WriteNumber("ms", operation.Milliseconds);
            json.WriteNumber("spread", operation.Spread);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("base_ms", profile.Table.Base);
        json.WriteNumber("scale", profile.Table.Scale);
        json.WriteNumber("networks", profile.Check.Networks);
        json.WriteNumber("spearman", profile.Check.Spearman);
        json.WriteNumber("median_relative_error", profile.Check.RelativeError);
        json.WriteNumber("mean_absolute_error_ms", profile.Check.Error);
        json.WriteString("file", file.FullName);
    });
}
