namespace NasEngine.Host.Tests.Programs;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("nas-host-").FullName;

    /// <summary>Names of all that is in it.</summary>
    public IEnumerable<string> Content =>
        Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Select(entry => System.IO.Path.GetRelativePath(Path, entry));

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Of(name), text);
        return Of(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
