namespace Akka.Actor;

/// <summary>Where an actor system lives: protocol, system name and, for a remote one, host and port.</summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>, ICloneable
{
    public static readonly Address AllSystems = new("akka", "all-systems");

    public Address(string protocol, string system, string host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
    }

    public string Protocol { get; }

    public string System { get; }

    public string Host { get; }

    public int? Port { get; }

    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    public bool HasGlobalScope => !HasLocalScope;

    public string HostPort() => ToString()[(Protocol.Length + 3)..];

    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    public object Clone() => new Address(Protocol, System, Host, Port);

    public bool Equals(Address other) =>
        other is not null && Port == other.Port && Host == other.Host && System == other.System && Protocol == other.Protocol;

    public override bool Equals(object obj) => Equals(obj as Address);

    public override int GetHashCode() => HashCode.Combine(Protocol, System, Host, Port);

    public int CompareTo(Address other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString()
    {
        var host = Host is null ? "" : $"@{Host}";
        var port = Port is null ? "" : $":{Port}";
        return $"{Protocol}://{System}{host}{port}";
    }

    /// <summary>Parses <c>protocol://system[@host[:port]]</c>.</summary>
    /// <exception cref="UriFormatException">The text is not an address.</exception>
    public static Address Parse(string address) =>
        TryParse(address, out var parsed) ? parsed : throw new UriFormatException($"'{address}' is not an address: protocol://system[@host:port] is one.");

    public static bool TryParse(string path, out Address address)
    {
        address = null;
        var separator = path.IndexOf("://", StringComparison.Ordinal);
        if (separator <= 0)
            return false;
        var authority = path[(separator + 3)..].Split('/', 2)[0];
        var at = authority.IndexOf('@');
        var system = at < 0 ? authority : authority[..at];
        if (system.Length == 0)
            return false;
        var host = at < 0 ? null : authority[(at + 1)..];
        int? port = null;
        if (host is not null && host.LastIndexOf(':') is var colon and >= 0)
        {
            if (!int.TryParse(host[(colon + 1)..], out var number))
                return false;
            port = number;
            host = host[..colon];
        }

        address = new Address(path[..separator], system, host, port);
        return true;
    }

    public static bool operator ==(Address left, Address right) => Equals(left, right);

    public static bool operator !=(Address left, Address right) => !Equals(left, right);
}
