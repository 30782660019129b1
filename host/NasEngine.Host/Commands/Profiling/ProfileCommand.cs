using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
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
        Description = "How often everything is measured; the median counts.",
        HelpName = "N",
        DefaultValueFactory = _ => 15,
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

    public static Command Create()
    {
        var command =
            new Command("profile", "Measure how long the operations of a space take on this machine, as a table to predict latencies from.")
        {
            SpaceArguments.Space, To, SpaceArguments.Set, Networks, Rounds, Device, Seed, CommonOptions.Json,
        };
        command.Subcommands.Add(TableCommand.Import());
        command.Subcommands.Add(TableCommand.Export());
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (networks, rounds) = (parsed.GetValue(Networks), parsed.GetValue(Rounds));
        var file = parsed.GetValue(To)!;
        TableFile.MustBeWritable(file);
        var space = SpaceArguments.Networks(SpaceArguments.Open(parsed));
        var device = parsed.GetValue(Device)!;
        var profile = SpaceProfile.Measure(
            space, TorchDevices.Find(device), SpaceProfile.DeviceName(device, MachineName.Of(device)), networks, rounds,
            parsed.GetValue(Seed), TimeProvider.System, new StageLines(), cancellation);
        TableFile.Write(profile.Table, LatencyTableFormat.Nas, file);
        Console.WriteLine(parsed.GetValue(CommonOptions.Json) ? Json(space, profile, file) : Text(space, profile, networks, file));
        return ExitCode.Done;
    }

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

    /// <summary>A line to the error stream at every tenth of a stage.</summary>
    private sealed class StageLines : IJobProgress
    {
        private long _last = -1;

        public void Report(string stage, long done, long total)
        {
            var tenth = 10 * done / total;
            if (tenth != _last)
            {
                _last = tenth;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage} {10 * tenth}%"));
            }
        }
    }
}
