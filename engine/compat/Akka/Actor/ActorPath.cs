namespace Akka.Actor;

/// <summary>The place of an actor in the hierarchy. Equality is by address and names; the incarnation (Uid) is not part of it.</summary>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    public const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private string _text;
    private int _hash;

    protected ActorPath(Address address, string name)
    {
        Address = address;
        Name = name;
    }

    protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        Address = parentPath.Address;
        Parent = parentPath;
        Depth = parentPath.Depth + 1;
        Name = name;
        Uid = uid;
    }

    public Address Address { get; }

    public ActorPath Parent { get; }

    public int Depth { get; }

    public string Name { get; }

    public long Uid { get; }

    public ActorPath Root => ParentOf(0);

    public IReadOnlyList<string> Elements
    {
        get
        {
            var elements = new string[Depth];
            var path = this;
            for (var i = Depth - 1; i >= 0; i--, path = path.Parent)
                elements[i] = path.Name;
            return elements;
        }
    }

    public static bool IsValidPathElement(string s) =>
        !string.IsNullOrEmpty(s) && s[0] != '$' && s.All(c => char.IsAsciiLetterOrDigit(c) || ValidSymbols.Contains(c) || c == '%');

    public static string FormatPathElements(IEnumerable<string> pathElements) => "/" + string.Join('/', pathElements);

    public static ActorPath Parse(string path) =>
        TryParse(path, out var parsed) ? parsed : throw new UriFormatException($"'{path}' is not an actor path: akka://system/user/name is one.");

    public static bool TryParse(string path, out ActorPath actorPath)
    {
        actorPath = null;
        if (!Address.TryParse(path, out var address))
            return false;
        var slash = path.IndexOf('/', path.IndexOf("://", StringComparison.Ordinal) + 3);
        actorPath = new RootActorPath(address);
        if (slash < 0)
            return true;
        var elements = path[(slash + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < elements.Length; i++)
        {
            var hash = i == elements.Length - 1 ? elements[i].LastIndexOf('#') : -1;
            var uid = 0L;
            if (hash >= 0 && !long.TryParse(elements[i][(hash + 1)..], out uid))
                return false;
            actorPath = new ChildActorPath(actorPath, hash < 0 ? elements[i] : elements[i][..hash], uid);
        }

        return true;
    }

    public ActorPath Child(string childName) => this / childName;

    public ActorPath ParentOf(int depth)
    {
        var path = this;
        for (var up = depth >= 0 ? Depth - depth : -depth; up > 0 && path.Parent is not null; up--)
            path = path.Parent;
        return path;
    }

    public ActorPath WithUid(long uid) => Parent is null || uid == Uid ? this : new ChildActorPath(Parent, Name, uid);

    public bool Equals(ActorPath other)
    {
        if (other is null || Depth != other.Depth || !Address.Equals(other.Address))
            return false;
        var (left, right) = (this, other);
        while (left is not null && !ReferenceEquals(left, right))
        {
            if (left.Name != right.Name)
                return false;
            (left, right) = (left.Parent, right.Parent);
        }

        return true;
    }

    public override bool Equals(object obj) => Equals(obj as ActorPath);

    public override int GetHashCode() =>
        _hash != 0 ? _hash : _hash = HashCode.Combine(Parent?.GetHashCode() ?? Address.GetHashCode(), Name) | 1;

    public int CompareTo(ActorPath other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString() => _text ??= ToStringWithAddress(Address);

    public string ToStringWithAddress() => ToString();

    public string ToStringWithAddress(Address address) => address + ToStringWithoutAddress();

    public string ToStringWithoutAddress() => FormatPathElements(Elements);

    public string ToStringWithUid() => Uid == ActorCell.UndefinedUid ? ToString() : $"{this}#{Uid}";

    public string ToSerializationFormat() => ToStringWithUid();

    public static ActorPath operator /(ActorPath path, string name) => new ChildActorPath(path, name, ActorCell.UndefinedUid);

    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) => name.Aggregate(path, (p, n) => string.IsNullOrEmpty(n) ? p : p / n);

    public static bool operator ==(ActorPath left, ActorPath right) => Equals(left, right);

    public static bool operator !=(ActorPath left, ActorPath right) => !Equals(left, right);
}

public sealed class RootActorPath : ActorPath
{
    public RootActorPath(Address address, string name = "")
        : base(address, name)
    {
    }
}

public sealed class ChildActorPath : ActorPath
{
    public ChildActorPath(ActorPath parentPath, string name, long uid)
        : base(parentPath, name, uid)
    {
    }
}
