using MessagePack;

namespace NasEngine.Pipeline.Journal;

/// <summary>With the spec, everything a search needs to be repeated.</summary>
[MessagePackObject]
public sealed record SearchOrigin(
    [property: Key(0)] string EngineVersion,
    [property: Key(1)] string Device,
    [property: Key(2)] string? DataHash,
    [property: Key(3)] Dictionary<string, string> PluginHashes,
    [property: Key(4)] string? Recipe)
{
    /// <summary>How a search began that goes on with another definition; null where it is the one it began with.</summary>
    [Key(5)]
    public SearchBeginning? Began { get; init; }
}

/// <summary>How a search began.</summary>
/// <param name="Link">The link before its first event.</param>
/// <param name="Spec">Its definition as MessagePack.</param>
[MessagePackObject]
public sealed record SearchBeginning([property: Key(0)] long Link, [property: Key(1)] byte[] Spec);
