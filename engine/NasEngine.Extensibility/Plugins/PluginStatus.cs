namespace NasEngine.Extensibility.Plugins;

/// <summary>A version of a plugin as listings and the journal show it.</summary>
/// <param name="Id">The plugin's name.</param>
/// <param name="Path">Its assembly; empty for a plugin that is part of the program.</param>
/// <param name="Hash">SHA-256 of its files in hexadecimal; empty when they were not read.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was rejected; empty otherwise.</param>
/// <param name="Leases">How many of its parts are leased.</param>
public sealed record PluginStatus(string Id, string Path, string Hash, PluginState State, string Reason, int Leases);
