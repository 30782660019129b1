namespace NasEngine.Search;

/// <summary>A plugin that was replaced.</summary>
/// <param name="Plugin">Its id.</param>
/// <param name="Was">SHA-256 of its files before; empty when it had no say in the search.</param>
/// <param name="Now">SHA-256 of its files now.</param>
public sealed record PluginChange(string Plugin, string Was, string Now);
