namespace NasEngine.Cluster.Coordinating;

/// <summary>A slot of a node.</summary>
internal readonly record struct Place(NodeEntry Node, int Slot)
{
    /// <summary>Who has it; null when nobody does.</summary>
    public LeaseConnection? Holder
    {
        get => Node.Slots[Slot];
        set => Node.Slots[Slot] = value;
    }
}

/// <summary>Work that nodes did, or go on with, for nobody: by its name.</summary>
internal sealed class KeptWork
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<Place, string> _names = [];

    /// <summary>A slot has some.</summary>
    public void Hear(Place place, string name)
    {
        Forget(place);
        (_places[name], _names[place]) = (place, name);
    }

    /// <summary>A slot has none any more.</summary>
    public void Forget(Place place)
    {
        if (_names.Remove(place, out var name) && _places.GetValueOrDefault(name) == place)
        {
            _places.Remove(name);
        }
    }

    /// <summary>A node is gone.</summary>
    public void Forget(NodeEntry node)
    {
        for (var slot = 0; slot < node.Slots.Length; slot++)
        {
            Forget(new Place(node, slot));
        }
    }

    /// <summary>Where some work is; null where nobody has it.</summary>
    public Place? Find(string name) => _places.TryGetValue(name, out var place) ? place : null;
}
