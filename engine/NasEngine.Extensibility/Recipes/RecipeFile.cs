using System.Security.Cryptography;

namespace NasEngine.Extensibility.Recipes;

/// <summary>A file that the compiler read for a recipe, beside the recipe itself.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Hash">SHA-256 of what was read.</param>
/// <param name="Use">What it is to the recipe.</param>
internal sealed record RecipeFile(string Path, string Hash, RecipeFileUse Use)
{
    /// <summary>Whether the file is still what was read.</summary>
    public bool IsUnchanged()
    {
        try
        {
            return HashOf(File.ReadAllBytes(Path)) == Hash;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
