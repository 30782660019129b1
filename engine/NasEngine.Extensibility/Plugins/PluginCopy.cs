namespace NasEngine.Extensibility.Plugins;

/// <summary>The files that a version of a plugin was loaded from: a copy that nobody replaces.</summary>
/// <param name="Id">The plugin's name.</param>
/// <param name="Path">Absolute path of the assembly in the copy.</param>
/// <param name="Hash">SHA-256 of the files in hexadecimal.</param>
public sealed record PluginCopy(string Id, string Path, string Hash);
