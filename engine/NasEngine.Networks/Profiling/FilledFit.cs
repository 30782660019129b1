using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// The line from sums of a space's operations to its whole networks on this machine, measured once, with how well it predicts, and kept
/// beside the times that it is for. Safe from several threads.
/// </summary>
internal sealed class FilledFit
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly CostModelSetup _setup;
    private readonly INetworkSpace _space;
    private readonly string _device;
    private readonly string _name;
    private readonly string _key;
    private volatile LatencyFit? _found;

    /// <summary>Measures nothing yet.</summary>
    /// <param name="setup">Where it is kept.</param>
    /// <param name="space">The space.</param>
    /// <param name="device">What its tables call the device.</param>
    /// <param name="networks">How many whole networks; at least <see cref="SpaceProfile.LeastNetworks"/>.</param>
    public FilledFit(CostModelSetup setup, INetworkSpace space, string device, int networks)
    {
        (_setup, _space, _device, _name) = (setup, space, device, $"latency-lines {device}");
        Networks = SpaceProfile.Drawn(space, networks, seed: 0);
        var operations = string.Join('\n', Networks.SelectMany(network => network.LatencyKeys()));
        _key = $"{space.Decisions.Id} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(operations)))[..16]}";
        _found = Read(setup.Measured.Open(_name, "{}"u8.ToArray())).GetValueOrDefault(_key);
    }

    /// <summary>The networks that it is measured by; the same for a space at any time.</summary>
    public NetworkSpec[] Networks { get; }

    /// <summary>The line; null before it was measured.</summary>
    public LatencyFit? Found => _found;

    /// <summary>Measures it where it is not known.</summary>
    /// <param name="table">Has times of all operations of the networks.</param>
    /// <param name="rounds">Rounds of which the median counts.</param>
    /// <param name="clock">What times them.</param>
    public void Measure(LatencyTable table, int rounds, TimeProvider clock) => _setup.Measured.Extend(_name, kept =>
    {
        var all = Read(kept);
        if (all.TryGetValue(_key, out var known))
        {
            _found = known;
            return null;
        }

        var start = clock.GetTimestamp();
        var times = SpaceProfile.Times(_space, Networks, TorchDevices.Find(_setup.Device), rounds, clock);
        var fit = LatencyFit.Of([.. Networks.Zip(times, (network, time) => (table.Of(network), time))]);
        all.Add(_key, fit);
        _setup.Measured.Say(Told(fit, clock.GetElapsedTime(start)));
        _found = fit;
        return JsonSerializer.SerializeToUtf8Bytes(all, Format);
    });

    private string Told(LatencyFit fit, TimeSpan took) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Networks.Length} whole networks of space '{_space.Decisions.Id}' measured on {_device}: latency = {fit.Line.Base:0.####} ms + "
        + $"{fit.Line.Scale:0.###} × sum of the operations' times; {fit.Check.Networks} that this was not fitted to are "
        + $"{fit.Check.Error:0.####} ms off on average (median {fit.Check.RelativeError:P1}, Spearman {fit.Check.Spearman:0.000}); "
        + $"{took.TotalSeconds:0.##} s.");

    private SortedDictionary<string, LatencyFit> Read(ReadOnlyMemory<byte> kept)
    {
        try
        {
            return new(JsonSerializer.Deserialize<Dictionary<string, LatencyFit>>(kept.Span, Format) ?? [], StringComparer.Ordinal);
        }
        catch (JsonException damage)
        {
            throw new InputException(
                $"What was measured as '{_name}' is not valid JSON at line {damage.LineNumber + 1}; it must be as it was written.", damage);
        }
    }
}
