namespace Akka.Configuration.Hocon;

/// <summary>A value of the configuration tree: text, a list, an object, or a reference to be resolved.</summary>
internal abstract record HoconNode;

internal sealed record HoconText(string Value) : HoconNode;

internal sealed record HoconList(IReadOnlyList<HoconNode> Items) : HoconNode;

internal sealed record HoconReference(string Path, bool Optional) : HoconNode;

internal sealed record HoconObject(Dictionary<string, HoconNode> Fields) : HoconNode
{
    public HoconObject()
        : this([])
    {
    }

    /// <summary>Adds a value; two objects under one key are merged, any other value replaces the older one.</summary>
    public void Put(ReadOnlySpan<string> path, HoconNode value)
    {
        var key = path[0];
        if (path.Length > 1)
        {
            if (Fields.GetValueOrDefault(key) is not HoconObject inner)
                Fields[key] = inner = new HoconObject();
            inner.Put(path[1..], value);
        }
        else
        {
            Fields[key] = value is HoconObject newer && Fields.GetValueOrDefault(key) is HoconObject older ? newer.Over(older) : value;
        }
    }

    public HoconNode Find(ReadOnlySpan<string> path)
    {
        HoconNode node = this;
        foreach (var key in path)
        {
            if (node is not HoconObject parent || !parent.Fields.TryGetValue(key, out node))
                return null;
        }

        return node;
    }

    /// <summary>This object's values, and where it has none the other's.</summary>
    public HoconObject Over(HoconObject fallback)
    {
        var merged = new Dictionary<string, HoconNode>(fallback.Fields);
        foreach (var (key, value) in Fields)
            merged[key] = value is HoconObject newer && merged.GetValueOrDefault(key) is HoconObject older ? newer.Over(older) : value;
        return new HoconObject(merged);
    }
}
