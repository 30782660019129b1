using System.Globalization;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>
/// The trials of a search that were handed out to be measured elsewhere: a file of their numbers in the workspace, on disk before a trial
/// is named to anybody, so that none is given to two. Who holds the lock of the workspace writes it.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="search">Name of the search.</param>
public sealed class HandedOut(string workspace, string search)
{
    private readonly string _path = PathOf(workspace, search);

    /// <summary>The file of a search.</summary>
    public static string PathOf(string workspace, string search) => Path.Combine(workspace, "asked", search);

    /// <summary>The numbers.</summary>
    public IReadOnlySet<long> Read() => File.Exists(_path)
        ? File.ReadAllLines(_path).Select(Number).Where(number => number >= 0).ToHashSet()
        : new HashSet<long>();

    /// <summary>Writes the numbers that are handed out now.</summary>
    public void Write(IEnumerable<long> numbers)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using (var file = new FileStream(_path + ".part", FileMode.Create))
        {
            using var writer = new StreamWriter(file);
            writer.Write(string.Concat(numbers.Order().Select(number => number.ToString(CultureInfo.InvariantCulture) + "\n")));
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(_path + ".part", _path, overwrite: true);
    }

    private static long Number(string line) =>
        long.TryParse(line, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
