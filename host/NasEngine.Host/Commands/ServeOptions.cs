namespace NasEngine.Host.Commands;

/// <summary>How the web view is served.</summary>
/// <param name="Workspace">Folder of the journal.</param>
/// <param name="Plugins">Further manifests of plugins.</param>
/// <param name="Listen">Address to listen on; null for the loopback addresses.</param>
/// <param name="Port">TCP port; 0 for one that is free.</param>
/// <param name="Open">Whether a browser is opened.</param>
internal sealed record ServeOptions(string Workspace, IReadOnlyList<string> Plugins, string? Listen, int Port, bool Open);
