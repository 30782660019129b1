namespace NasEngine.Extensibility.Recipes;

/// <summary>
/// Compiled recipes by the hash of the recipe, one file each with what the compiler read for it. A file is complete or not there.
/// </summary>
internal sealed class RecipeCache(string folder)
{
    private const int Kept = 100;

    /// <summary>The compiled recipe; null when it is not here, or a file that it was made of is not what it was.</summary>
    public CompiledRecipe? Find(string hash)
    {
        try
        {
            return CompiledRecipe.FromBytes(File.ReadAllBytes(PathOf(hash))) is { } found && found.Files.All(file => file.IsUnchanged())
                ? found
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a compiled recipe. A folder that cannot be written costs the next start its speed, nothing else.</summary>
    public void Keep(string hash, CompiledRecipe recipe)
    {
        try
        {
            Directory.CreateDirectory(folder);
            Prune();
            var aside = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(aside, recipe.ToBytes());
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
