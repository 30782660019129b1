using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Times of operations on a device, by key. A network's latency is predicted as the sum over its operations (FBNetV2,
/// arXiv 2004.05565; TF-NAS, arXiv 2008.05314), which leaves out what operations cost each other: where whole networks were measured too,
/// a straight line through these makes up for it.
/// </summary>
/// <param name="milliseconds">Milliseconds by key; see <see cref="NetworkHash.LatencyKey"/> for the keys of descriptions.</param>
public sealed class LatencyTable(ImmutableSortedDictionary<string, double> milliseconds)
{
    /// <summary>Name in recipes of the costs that are read from one.</summary>
    public const string CostsId = "latency-table";

    /// <summary>Milliseconds by key.</summary>
    public ImmutableSortedDictionary<string, double> Milliseconds { get; } = milliseconds;

    /// <summary>Milliseconds that every network takes beside its operations.</summary>
    public double Base { get; init; }

    /// <summary>What a millisecond of the operations' sum is in a whole network.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>
    /// Mean absolute error against whole networks that the line was not drawn through, milliseconds; null where nobody measured it.
    /// </summary>
    public double? Error { get; init; }

    /// <summary>Where the times were taken; null where the table does not say.</summary>
    public string? Device { get; init; }

    /// <summary>Whether it was read from a file of this program's own format.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What it is called in messages.</summary>
    internal string Name { get; init; } = "the latency table";

    /// <summary>Milliseconds of a key.</summary>
    /// <remarks>
    /// Tables that are straight lines through measurements, as those of TF-NAS, are negative at widths far below the measured ones;
    /// such a time is no time.
    /// </remarks>
    /// <exception cref="InputException">The table has no such key, or a negative time for it.</exception>
    public double this[string key] => Milliseconds.TryGetValue(key, out var time) switch
    {
        false => throw new InputException($"{Name} has no time for '{key}'; measure it and add the key."),
        true when time < 0 => throw new InputException(FormattableString.Invariant(
            $"{Name} has {time} ms for '{key}'; a time cannot be negative, measure it again.")),
        _ => time,
    };

    /// <summary>
    /// Reads a table: one that <c>nas profile</c> wrote, or a JSON object of milliseconds by key, plain or gzip, with or without a byte
    /// order mark. A member that is an object itself holds times by a second key, joined by <c>/</c>, as the middle channels of TF-NAS's
    /// published tables: <c>MBInvertedResBlock_112_16_0_24_k3_s2_relu/48</c>.
    /// </summary>
    /// <exception cref="InputException">
    /// The file cannot be read, is no JSON object, has a member that is no finite number, or one key twice.
    /// </exception>
    public static LatencyTable Read(InputFile file) => LatencyTableJson.Read(file);

    /// <summary>As <see cref="Read(InputFile)"/>, of a file that a command names.</summary>
    /// <exception cref="InputException">As above.</exception>
    public static LatencyTable Read(string path) => Read(new InputFile("latency", "'space cost'", path));

    /// <summary>Writes the table as <see cref="Read(InputFile)"/> reads it, keys in order.</summary>
    public void Write(Stream stream) => Write(stream, LatencyTableFormat.Nas);

    /// <summary>The same, in a format of one's choice.</summary>
    /// <exception cref="InputException">The format has no way to write one of its keys.</exception>
    public void Write(Stream stream, LatencyTableFormat format)
    {
        if (format == LatencyTableFormat.Nas)
        {
            LatencyTableJson.Write(this, stream);
        }
        else
        {
            TfNasTableJson.Write(this, stream);
        }
    }

    /// <summary>The same as bytes, in this program's own format.</summary>
    internal byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        Write(bytes);
        return bytes.ToArray();
    }

    /// <summary>The same times, as those of a device.</summary>
    public LatencyTable On(string device) => new(Milliseconds) { Base = Base, Scale = Scale, Error = Error, Device = device, Name = Name };

    /// <summary>What a sum of times of parts means for a whole network, milliseconds.</summary>
    public double OfSum(double sum) => Line.Of(sum);

    /// <summary>The line that this goes by.</summary>
    internal LatencyLine Line => new(Base, Scale);

    /// <summary>The prediction from the network's operations, milliseconds.</summary>
    /// <exception cref="InputException">The table has no time for one of them.</exception>
    public double Of(NetworkSpec network) => OfSum(network.LatencyKeys().Sum(key => this[key]));

    /// <summary>
    /// The prediction from an architecture's parts, milliseconds: by the space's own keys where it has some and the table holds one of
    /// them, otherwise from the operations of its network.
    /// </summary>
    /// <exception cref="InputException">The table has no time for one of them, or the architecture belongs to another space.</exception>
    public double Of(INetworkSpace space, Architecture architecture) =>
        space is ILatencyKeys known && known.LatencyKeys(architecture) is var keys && keys.Any(Milliseconds.ContainsKey)
            ? OfSum(keys.Sum(key => this[key]))
            : Of(space.Describe(architecture));
}
