namespace NasEngine.Contracts;

/// <summary>A plugin by name with its options.</summary>
public sealed record ComponentSpec(string Id, OptionBag Options)
{
    /// <summary>The component with its defaults.</summary>
    public static implicit operator ComponentSpec(string id) => new(id, OptionBag.Empty);
}
