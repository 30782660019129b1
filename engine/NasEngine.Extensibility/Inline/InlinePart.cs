using NasEngine.Contracts;

namespace NasEngine.Extensibility.Inline;

/// <summary>What a program must know of parts that recipes hold to keep their files.</summary>
public static class InlinePart
{
    /// <summary>Whether a plugin's name is that of a part of a recipe.</summary>
    public static bool Is(string plugin) => plugin.Contains('@', StringComparison.Ordinal);

    /// <summary>Whether a file of a part is there and complete.</summary>
    public static bool IsSound(string path)
    {
        try
        {
            PartFile.Read(path);
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>Where the file of a part lies.</summary>
    /// <param name="folder">Folder of such files.</param>
    /// <param name="hash">SHA-256 of the part, hexadecimal.</param>
    public static string PathOf(string folder, string hash) => PartFile.PathOf(folder, hash);
}
