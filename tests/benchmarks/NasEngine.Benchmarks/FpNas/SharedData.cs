using System.IO.Compression;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.FpNas;

/// <summary>Published tables, which are not part of the project.</summary>
internal static class SharedData
{
    /// <summary>The file given with <c>--table</c>, or the one in shared/data beside a folder above this program.</summary>
    public static string Find(BenchmarkArguments args, string file)
    {
        if (args.Has(BenchmarkOption.Table.Name))
        {
            return args.Text(BenchmarkOption.Table.Name);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new InputException($"The table {file} is not in shared/data beside the project; name it with --table PATH.");
    }

    /// <summary>The rows of a table, by the names of their columns.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(BenchmarkArguments args, string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Find(args, file)), CompressionMode.Decompress));
        var header = lines.ReadLine()!.Split(',');
        while (lines.ReadLine() is { } line)
        {
            yield return header.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second);
        }
    }
}
