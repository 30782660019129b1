namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Copies of native libraries in a folder of their own, so that the originals can be replaced while in use.</summary>
internal sealed class NativeShadowCopy
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public string Of(string path)
    {
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, Path.GetFileName(path));
        if (!File.Exists(copy))
        {
            File.Copy(path, copy);
        }

        return copy;
    }

    public void Delete()
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where a loaded library is locked, the copy stays for the system to clean up.
        }
    }
}
