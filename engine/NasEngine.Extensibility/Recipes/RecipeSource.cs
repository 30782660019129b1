using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Recipes;

/// <summary>A recipe as its file has it. What else it reads, the compiler finds out.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Text">What it says.</param>
/// <param name="Hash">SHA-256 of its path, its bytes, contracts and runtime.</param>
internal sealed record RecipeSource(string Path, string Text, string Hash)
{
    /// <summary>Reads a recipe.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no text.</exception>
    public static RecipeSource Read(string path)
    {
        var root = System.IO.Path.GetFullPath(path);
        var content = Content(root, path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, typeof(RecipeGlobals).Module.ModuleVersionId.ToByteArray());
        Append(hash, typeof(RecipeSource).Module.ModuleVersionId.ToByteArray());
        Append(hash, typeof(object).Module.ModuleVersionId.ToByteArray());
        Append(hash, Encoding.UTF8.GetBytes(root));
        Append(hash, content);
        return new RecipeSource(root, RecipeText.Decode(content, RecipePath.Show(root)), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static byte[] Content(string file, string asGiven)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var near = File.Exists(file + ".csx") ? $" did you mean '{asGiven}.csx'?" : " Give the path of a .csx file.";
            throw new InputException(
                $"Recipe '{asGiven}' cannot be read: "
                + $"{(File.Exists(file) ? e.Message : Directory.Exists(file) ? "it is a folder." : "there is no such file.")}{near}", e);
        }
    }

    private static void Append(IncrementalHash hash, byte[] part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }
}
