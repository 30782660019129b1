using NasEngine.Contracts;

namespace NasEngine.Benchmarks.FpNas;

/// <summary>Published tables, which are not part of the project.</summary>
internal static class SharedData
{
    /// <summary>The file given with <c>--table</c>, or the one in shared/data beside a folder above this program.</summary>
    public static string Find(string[] args, string file)
    {
        var option = Array.IndexOf(args, "--table");
        if (option >= 0 && option + 1 < args.Length)
        {
            return args[option + 1];
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
}
