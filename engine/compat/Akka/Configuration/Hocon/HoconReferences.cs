namespace Akka.Configuration.Hocon;

/// <summary>Puts the values in the place of the references to them.</summary>
internal static class HoconReferences
{
    private const int MaxHops = 32;

    public static HoconObject Resolve(HoconObject root) => (HoconObject)Resolve(root, root, 0);

    private static HoconNode Resolve(HoconNode node, HoconObject root, int hops)
    {
        switch (node)
        {
            case HoconReference reference:
                if (hops == MaxHops)
                    throw new ConfigurationException($"'${{{reference.Path}}}' refers to itself.");
                var target = root.Find(HoconPath.Split(reference.Path));
                if (target is null && !reference.Optional)
                    throw new ConfigurationException($"The configuration refers to '{reference.Path}', which is not set.");
                return target is null ? null : Resolve(target, root, hops + 1);
            case HoconList list:
                return new HoconList([.. list.Items.Select(i => Resolve(i, root, hops)).Where(i => i is not null)]);
            case HoconObject parent:
                var resolved = parent.Fields.Select(f => (f.Key, Value: Resolve(f.Value, root, hops))).Where(f => f.Value is not null);
                return new HoconObject(resolved.ToDictionary(f => f.Key, f => f.Value));
            default:
                return node;
        }
    }
}
