using System.IO.Compression;
using Xunit.Abstractions;

namespace NasEngine.Spaces.Tests;

/// <summary>The published tables in <c>shared/data</c> beside the repository (or further up).</summary>
public static class SharedData
{
    /// <summary>Lines of a table without its header, or null with a message when the table is not there.</summary>
    public static IReadOnlyList<string[]>? Rows(string name, ITestOutputHelper output)
    {
        if (PathOf(name) is not { } path)
        {
            output.WriteLine($"Skipped: no shared/data/{name} beside the repository.");
            return null;
        }

        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
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
