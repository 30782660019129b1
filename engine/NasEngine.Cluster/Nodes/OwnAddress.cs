using System.Net;
using System.Net.Sockets;

namespace NasEngine.Cluster.Nodes;

/// <summary>The address of this machine that another one reaches.</summary>
internal static class OwnAddress
{
    /// <summary>The address from which packets to another machine go; nothing is sent.</summary>
    /// <exception cref="SocketException">None does now.</exception>
    public static string Towards(IPAddress other)
    {
        using var socket = new Socket(other.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(other, 1);
        return ((IPEndPoint)socket.LocalEndPoint!).Address.ToString();
    }
}
