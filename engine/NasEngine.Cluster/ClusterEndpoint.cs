using System.Globalization;
using System.Net;
using NasEngine.Contracts;

namespace NasEngine.Cluster;

/// <summary>Where a coordinator listens.</summary>
/// <param name="Host">Its address or name, as nodes reach it.</param>
/// <param name="Port">The port; 0 lets the system choose one.</param>
public sealed record ClusterEndpoint(string Host, int Port)
{
    /// <summary>Whether only this machine can reach it.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Reads <c>HOST:PORT</c>.</summary>
    /// <exception cref="InputException">It is something else.</exception>
    public static ClusterEndpoint Parse(string text)
    {
        var at = text.LastIndexOf(':');
        return at > 0 && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= IPEndPoint.MaxPort && Uri.CheckHostName(text[..at]) is not UriHostNameType.Unknown
            ? new ClusterEndpoint(text[..at], port)
            : throw new InputException($"'{text}' is no address of a coordinator; give HOST:PORT, such as 10.0.0.5:7788.");
    }

    /// <summary>Reads <c>HOST:PORT,HOST:PORT</c>: where a coordinator may be.</summary>
    /// <exception cref="InputException">One of them is something else.</exception>
    public static IReadOnlyList<ClusterEndpoint> ParseList(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Parse).Distinct()];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
