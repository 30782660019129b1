using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MessagePack;

namespace NasEngine.Benchmarks.MessagePack;

/// <summary>The worker protocol's messages in MessagePack and in source-generated System.Text.Json.</summary>
public sealed class MessagePackBenchmark : IBenchmark
{
    private const string Rival = "System.Text.Json source generation";

    public string Name => "msgpack";

    public BenchmarkReport Run(string[] args)
    {
        var summary = $"Time to serialise one message to a byte array and to read it back, the fastest of many turns; ratio is the time of {Rival} over ours.";
        IReadOnlyDictionary<string, object>[] rows =
        [
            .. Compare("Assign, 14 architectures of 100 choices", Samples.Assign(), MessagesJson.Default.Assign),
            .. Compare("Done, 4 curves of 100 epochs", Samples.Done(), MessagesJson.Default.Done),
            .. Compare("Progress", Samples.Progress(), MessagesJson.Default.Progress),
        ];
        return new BenchmarkReport(Name, summary, rows);
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Compare<T>(string message, T value, JsonTypeInfo<T> json)
    {
        var ours = MessagePackSerializer.Serialize(value);
        var rivals = JsonSerializer.SerializeToUtf8Bytes(value, json);
        var options = MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData);
        yield return Row(
            $"serialise {message}",
            ours.Length,
            rivals.Length,
            Duel.Run(() => MessagePackSerializer.Serialize(value, options), () => JsonSerializer.SerializeToUtf8Bytes(value, json)));
        yield return Row(
            $"deserialise {message}",
            ours.Length,
            rivals.Length,
            Duel.Run(() => MessagePackSerializer.Deserialize<T>(ours, options), () => JsonSerializer.Deserialize(rivals, json)));
    }

    private static Dictionary<string, object> Row(string name, int size, int rivalSize, (Cost Ours, Cost Rival) costs) => new()
    {
        ["name"] = name,
        ["microseconds"] = costs.Ours.Microseconds,
        ["rival microseconds"] = costs.Rival.Microseconds,
        ["ratio"] = costs.Rival.Microseconds / costs.Ours.Microseconds,
        ["allocated bytes"] = Math.Round(costs.Ours.AllocatedBytes),
        ["rival allocated bytes"] = Math.Round(costs.Rival.AllocatedBytes),
        ["message bytes"] = size,
        ["rival message bytes"] = rivalSize,
    };
}
