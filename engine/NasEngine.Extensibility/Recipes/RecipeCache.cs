namespace NasEngine.Extensibility.Recipes;

/// <summary>Compiled recipes by hash, one file each. A file is complete or not there.</summary>
internal sealed class RecipeCache(string folder)
{
    private const int Kept = 100;

    /// <summary>The compiled recipe, or null when it is not here.</summary>
    public byte[]? Find(string hash)
    {
        try
        {
            return File.ReadAllBytes(PathOf(hash));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a compiled recipe. A folder that cannot be written costs the next start its speed, nothing else.</summary>
    public void Keep(string hash, byte[] assembly)
    {
        try
        {
            Directory.CreateDirectory(folder);
            Prune();
            var aside = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(aside, assembly);
            File.Move(aside, PathOf(hash), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Said above: only speed is lost.
        }
    }

    private void Prune()
    {
        foreach (var old in new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept - 1))
        {
            old.Delete();
        }
    }

    private string PathOf(string hash) => Path.Combine(folder, hash + ".dll");
}
