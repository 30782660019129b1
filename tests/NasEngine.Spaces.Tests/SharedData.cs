using System.IO.Compression;

namespace NasEngine.Spaces.Tests;

/// <summary>The published tables in <c>shared/data</c> beside the repository (or further up).</summary>
public static class SharedData
{
    /// <summary>Lines of a table without its header.</summary>
    public static IReadOnlyList<string[]> Rows(string name) =>
        [.. Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];

    /// <summary>What a table's file says.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PathOf(name)!), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    /// <summary>The file of a table, or null when it is not there.</summary>
    public static string? PathOf(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
