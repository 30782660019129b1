namespace NasEngine.Faults;

/// <summary>The plugin with the parts that go wrong, in a folder where it can be replaced.</summary>
internal sealed class PluginCopy
{
    private readonly string _folder;

    /// <summary>Copies it into a folder.</summary>
    public PluginCopy(string folder)
    {
        _folder = Directory.CreateDirectory(Path.Combine(folder, "plugin")).FullName;
        var built = Path.Combine(Installation.Root, "artifacts", "bin", "NasEngine.Faults.Plugin", "release");
        foreach (var file in Directory.GetFiles(built))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        Manifest = Path.Combine(folder, "plugins.json");
        File.WriteAllText(Manifest, """{"plugins": [{"id": "faults", "path": "plugin/NasEngine.Faults.Plugin.dll"}]}""");
    }

    /// <summary>The manifest that names it.</summary>
    public string Manifest { get; }

    /// <summary>Puts a file in its place that is no plugin.</summary>
    public void Break()
    {
        var aside = Path.Combine(_folder, "aside");
        File.WriteAllText(aside, "no plugin");
        File.Move(aside, Path.Combine(_folder, "NasEngine.Faults.Plugin.dll"), overwrite: true);
    }

    /// <summary>Makes it another version, which does what this one does.</summary>
    public void Replace() => File.WriteAllText(Path.Combine(_folder, "release-notes.json"), "{}");
}
