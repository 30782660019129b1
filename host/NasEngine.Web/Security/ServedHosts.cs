using System.Net;
using System.Net.NetworkInformation;
using NasEngine.Contracts;
using NasEngine.Host.Commands;

namespace NasEngine.Web.Security;

/// <summary>Where the server listens, and by which names it may be called: what another site's name leads to is refused.</summary>
/// <param name="Addresses">Addresses to listen on.</param>
/// <param name="Names">Names in a Host header, without ports.</param>
internal sealed record ServedHosts(IReadOnlyList<IPAddress> Addresses, IReadOnlyList<string> Names)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What an address says; null is this machine alone.</summary>
    /// <exception cref="InputException">It is no address.</exception>
    public static ServedHosts Of(ServeOptions options)
    {
        if (options.Listen is not { } listen)
        {
            return new ServedHosts([IPAddress.Loopback, .. Mine().Where(IPAddress.IPv6Loopback.Equals)], Loopback);
        }

        if (!IPAddress.TryParse(listen, out var address))
        {
            throw new InputException($"'{listen}' of --listen is no IP address; give one of this machine's, or 0.0.0.0 for all of them.");
        }

        var named = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? Mine() : [address];
        return new ServedHosts([address], [.. Loopback, Dns.GetHostName(), .. named.Select(Name)]);
    }

    private static IEnumerable<IPAddress> Mine() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(one => one.Address);

    private static string Name(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
