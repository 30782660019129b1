using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Measuring;

/// <summary>
/// What cost models measured on this machine, for all searches of a workspace: files <c>measured/NAME.json</c>, read once and written by
/// who holds the workspace's lock, each aside, flushed and renamed. Safe from several threads.
/// </summary>
/// <param name="workspace">The workspace.</param>
public sealed class MeasuredFolder(string workspace)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The file of a name.</summary>
    public string PathOf(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            words.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return Path.Combine(
            workspace, "measured", string.Join('-', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)) + ".json");
    }

    /// <summary>What is kept under a name.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal ReadOnlyMemory<byte> Open(string name, byte[] first)
    {
        lock (_lock)
        {
            return _kept.TryGetValue(name, out var kept) ? kept.Content : Begin(name, first).Content;
        }
    }

    /// <summary>Keeps what is measured from here on.</summary>
    /// <param name="name">A name that was opened.</param>
    /// <param name="begun">Name of a search that goes by it and began earlier; null for none.</param>
    /// <returns>The file where it is a new one.</returns>
    /// <exception cref="InputException">It is gone, or another than was read, or cannot be written.</exception>
    internal string? Keep(string name, string? begun)
    {
        lock (_lock)
        {
            var (kept, path) = (_kept[name], PathOf(name));
            if (kept.IsOnDisk)
            {
                return null;
            }

            var there = OnDisk(path);
            if (there is null && begun is not null)
            {
                throw new InputException(
                    $"Search '{begun}' goes by what it measured where it began, and '{path}' is not there: go on with it on the machine "
                    + "and device that it began on, bring the file back, or give the search another name.");
            }

            if (there is not null && !(kept.Read is { } read && there.AsSpan().SequenceEqual(read)))
            {
                throw new InputException($"'{path}' was written by another run just now; start again.");
            }

            Write(path, kept.Content);
            _kept[name] = kept with { IsOnDisk = true };
            return there is null ? path : null;
        }
    }

    /// <summary>Puts more in its place.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    internal void Extend(string name, Func<ReadOnlyMemory<byte>, byte[]?> measure)
    {
        lock (_lock)
        {
            var kept = _kept[name];
            if (measure(kept.Content) is not { } more)
            {
                return;
            }

            if (kept.IsOnDisk)
            {
                Write(PathOf(name), more);
            }

            _kept[name] = kept with { Content = more };
        }
    }

    private Kept Begin(string name, byte[] first)
    {
        var read = OnDisk(PathOf(name));
        return _kept[name] = new Kept(read ?? first, read, IsOnDisk: false);
    }

    private static byte[]? OnDisk(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"What was measured cannot be read from '{path}': {Clause.Of(problem.Message)}.", problem);
        }
    }

    private static void Write(string path, ReadOnlyMemory<byte> content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = new FileStream(path + ".part", FileMode.Create))
            {
                file.Write(content.Span);
                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"What was measured cannot be written to '{path}': {Clause.Of(problem.Message)}.", problem);
        }
    }

    private sealed record Kept(ReadOnlyMemory<byte> Content, byte[]? Read, bool IsOnDisk);
}
