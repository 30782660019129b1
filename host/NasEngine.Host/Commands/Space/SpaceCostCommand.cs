using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Networks;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space cost</c>: what an architecture costs.</summary>
internal static class SpaceCostCommand
{
    private static readonly Option<FileInfo?> Latency = new("--latency")
    {
        Description =
            "A table of latencies (JSON, plain or gzip, milliseconds by operation, or a published one of the space) to predict the "
            + "network's from.",
        HelpName = "FILE.json",
    };

    private static readonly Option<bool> Keys = new("--keys")
    {
        Description = "List the operations' keys in a table of latencies, and how often the network has each.",
    };

    public static Command Create()
    {
        var command = new Command("cost", "Count multiply-adds, parameters, and bytes of activations and weights of an architecture.")
        {
            SpaceArguments.Space, SpaceSubject.Text, SpaceSubject.Reference, SpaceArguments.Set, Latency, Keys, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var space = SpaceArguments.OpenFor(parsed.GetValue(SpaceSubject.Reference) ?? parsed.GetValue(SpaceSubject.Text), parsed);
        var subject = SpaceSubject.Of(space, parsed);
        var cost = subject.Cost;
        if (space is not INetworkSpace && cost == default)
        {
            throw new InputException(
                $"Space '{space.Decisions.Id}' holds no networks, and nothing is counted of its architectures; a search measures them.");
        }

        var table = parsed.GetValue(Latency) is { } file ? LatencyTable.Read(file.FullName) : null;
        double? latency = table is null ? null : subject.Latency(table);
        var keys = parsed.GetValue(Keys) ? subject.Network.LatencyKeys().CountBy(key => key).ToArray() : [];
        if (parsed.GetValue(CommonOptions.Json))
        {
            Console.WriteLine(Json(space, subject, cost, latency, table?.Error, keys));
            return ExitCode.Done;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{subject.Name}: {cost.Macs:N0} multiply-adds, {cost.Parameters:N0} parameters, {cost.ActivationBytes:N0} bytes of "
            + $"activations, {cost.WeightBytes:N0} of weights"));
        if (latency is { } milliseconds)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{milliseconds:0.###} ms predicted from the table{Accuracy(table!.Error)}"));
        }

        foreach (var (key, count) in keys)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} × {key}"));
        }

        return ExitCode.Done;
    }

    private static string Accuracy(double? error) => error is { } off
        ? string.Create(CultureInfo.InvariantCulture, $", whose predictions of whole networks were {off:0.####} ms off on average")
        : "; how far it is off nobody measured";

    private static string Json(
        ISearchSpace space, SpaceSubject subject, ArchitectureCost cost, double? latency, double? error,
        KeyValuePair<string, int>[] keys) => JsonText.Write(json =>
    {
        json.WriteString("space", space.Decisions.Id);
        json.WriteString("architecture", subject.Name);
        json.WriteNumber(MetricNames.Macs, cost.Macs);
        json.WriteNumber(MetricNames.Parameters, cost.Parameters);
        json.WriteNumber(MetricNames.ActivationBytes, cost.ActivationBytes);
        json.WriteNumber(MetricNames.WeightBytes, cost.WeightBytes);
        if (latency is { } milliseconds)
        {
            json.WriteNumber(MetricNames.PredictedLatency, milliseconds);
            if (error is { } off)
            {
                json.WriteNumber("mean_absolute_error_ms", off);
            }
        }

        if (keys.Length > 0)
        {
            json.WriteStartObject("keys");
            foreach (var (key, count) in keys)
            {
                json.WriteNumber(key, count);
            }

            json.WriteEndObject();
        }
    });
}
