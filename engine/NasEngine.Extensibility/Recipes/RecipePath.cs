namespace NasEngine.Extensibility.Recipes;

/// <summary>Paths of recipes in messages.</summary>
internal static class RecipePath
{
    /// <summary>The path as a user would write it: relative where it lies below the current folder.</summary>
    public static string Show(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
