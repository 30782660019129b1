using MessagePack;

namespace NasEngine.Pipeline.Journal;

/// <summary>With the spec, everything a search needs to be repeated.</summary>
[MessagePackObject]
public sealed record SearchOrigin(
    [property: Key(0)] string EngineVersion,
    [property: Key(1)] string Device,
    [property: Key(2)] string? DataHash,
    [property: Key(3)] Dictionary<string, string> PluginHashes,
    [property: Key(4)] string? Recipe);
