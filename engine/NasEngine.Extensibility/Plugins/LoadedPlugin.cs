namespace NasEngine.Extensibility.Plugins;

/// <summary>What keeps a version of a plugin in memory and its copy on disk.</summary>
/// <param name="held">What loads it, and then what holds its copy.</param>
internal sealed class LoadedPlugin(params IDisposable[] held) : IDisposable
{
    /// <summary>Asks for the assemblies to be unloaded and lets the copy go.</summary>
    public void Dispose()
    {
        foreach (var one in held)
        {
            one.Dispose();
        }
    }
}
