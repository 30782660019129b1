using MessagePack;

namespace NasEngine.Pipeline.Records;

/// <summary>A replaced plugin as bytes.</summary>
[MessagePackObject]
public sealed record PluginChangeRecord(
    [property: Key(0)] string Plugin,
    [property: Key(1)] string Was,
    [property: Key(2)] string Now);

/// <summary>Replaced plugins, and where the search goes on from, as bytes.</summary>
[MessagePackObject]
public sealed record PluginsChangedRecord(
    [property: Key(0)] PluginChangeRecord[] Changes,
    [property: Key(1)] byte[]? State,
    [property: Key(2)] byte[]? Strategy);
