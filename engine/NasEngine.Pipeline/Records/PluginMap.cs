using NasEngine.Search;

namespace NasEngine.Pipeline.Records;

/// <summary>Changes of plugins to records and back.</summary>
public static class PluginMap
{
    /// <summary>An event to its record.</summary>
    public static PluginsChangedRecord ToRecord(this PluginsChanged changed) => new(
        [.. changed.Changes.Select(change => new PluginChangeRecord(change.Plugin, change.Was, change.Now))],
        changed.Start?.State,
        changed.Start?.Strategy);

    /// <summary>A record to its event.</summary>
    public static PluginsChanged ToEvent(this PluginsChangedRecord record) => new(
        [.. record.Changes.Select(change => new PluginChange(change.Plugin, change.Was, change.Now))],
        record is { State: { } state, Strategy: { } strategy } ? new SavedSearch(state, strategy) : null);
}
