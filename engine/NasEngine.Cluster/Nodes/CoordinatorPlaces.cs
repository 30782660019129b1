using System.Net;
using System.Net.Sockets;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Nodes;

/// <summary>
/// Where a coordinator may be, of what a node was told: addresses, and names whose addresses are asked for anew at each look. A
/// coordinator hears only what is sent to the address or name that it listens at, so a name is tried as both. Akka.Discovery has nothing
/// to add: it looks for the members of a cluster of equals, and here one is looked for, whom DNS knows.
/// </summary>
internal sealed class CoordinatorPlaces(NodeOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private ClusterEndpoint? _last;

    /// <summary>The places to try now, in their order, without those where nobody listens; the one that was joined last is first.</summary>
    public async Task<IReadOnlyList<CoordinatorPlace>> LookAsync(CancellationToken cancellation)
    {
        var all = new List<CoordinatorPlace>();
        foreach (var named in options.Coordinators)
        {
            all.AddRange(await OfAsync(named, cancellation).ConfigureAwait(false));
        }

        CoordinatorPlace[] places = [.. all.DistinctBy(place => place.Endpoint).OrderByDescending(place => place.Endpoint == _last)];
        var listen = places.Length == 1
            ? [true]
            : await Task.WhenAll(places.Select(place => ListensAsync(place, cancellation))).ConfigureAwait(false);
        return [.. places.Where((_, index) => listen[index])];
    }

    /// <summary>It was joined there.</summary>
    public void Joined(ClusterEndpoint place) => _last = place;

    /// <summary>An address; the addresses of a name, and the name; nothing while nobody knows the name.</summary>
    private async Task<IEnumerable<CoordinatorPlace>> OfAsync(ClusterEndpoint named, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(named.Host, out var itself))
        {
            return Reached(named, itself);
        }

        try
        {
            var addresses = await options.Resolve(named.Host, cancellation).ConfigureAwait(false);
            return addresses.Where(address => address.AddressFamily == AddressFamily.InterNetwork)
                .SelectMany(address => Reached(named with { Host = address.ToString() }, address))
                .Concat(addresses.Take(1).SelectMany(address => Reached(named, address)));
        }
        catch (SocketException problem)
        {
            SayOnce(
                $"'{named.Host}' has no address now ({Clause.Of(problem.Message)}); node '{options.Name}' asks again until it has one.");
            return [];
        }
    }

    /// <summary>A place, with the address of this machine that reaches it; nothing where none does.</summary>
    private CoordinatorPlace[] Reached(ClusterEndpoint place, IPAddress at)
    {
        try
        {
            return [new CoordinatorPlace(place, at, options.Host ?? OwnAddress.Towards(at))];
        }
        catch (SocketException problem)
        {
            SayOnce(
                $"No address of this machine reaches '{place.Host}' ({Clause.Of(problem.Message)}); node '{options.Name}' tries again "
                + "until one does. If none ever does, correct --join, or give the address of this machine: --host ADDRESS.");
            return [];
        }
    }

    private void SayOnce(string sentence)
    {
        if (_said.Add(sentence))
        {
            options.Note(sentence);
        }
    }

    private static async Task<bool> ListensAsync(CoordinatorPlace place, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(place.At, place.Endpoint.Port, patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }
}
