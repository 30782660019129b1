using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace NasEngine.Contracts;

/// <summary>
/// A file that an option names by its path (<see cref="OptionReader.File"/>). What is in it is a part of a search, by
/// <see cref="Hash"/>; where it lies is none. A file compressed by gzip reads as what it holds. What can be read but once, such as a
/// pipe, is read once and kept for the life of the program.
/// </summary>
/// <param name="option">Name of the option.</param>
/// <param name="owner">Whose option it is, for messages: <c>estimator 'table'</c>.</param>
/// <param name="path">Where it lies, relative to the working directory.</param>
public sealed class InputFile(string option, string owner, string path)
{
    private static readonly ConcurrentDictionary<string, byte[]> ReadOnce = new(StringComparer.Ordinal);

    /// <summary>Name of the option.</summary>
    public string Option { get; } = option;

    /// <summary>Where it lies, as the option says.</summary>
    public string Path { get; } = path;

    /// <summary>SHA-256 over what it holds, in hexadecimal; of a compressed one over what it holds uncompressed.</summary>
    /// <exception cref="InputException">It cannot be read, or is damaged.</exception>
    public string Hash => Read(content => Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Reads it from its beginning.</summary>
    /// <param name="read">Reads the content, which can be read forward only and is closed afterwards.</param>
    /// <exception cref="InputException">It cannot be read, or is damaged.</exception>
    public T Read<T>(Func<Stream, T> read)
    {
        try
        {
            using var file = Open();
            using var content = GzipContent.Is(file) ? GzipContent.Read(file) : file;
            return read(content);
        }
        catch (InvalidDataException damage)
        {
            throw new InputException(
                $"File '{Path}' (option '{Option}' of {owner}) is a gzip file that is damaged or was cut short; get it again.", damage);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(
                $"File '{Path}' (option '{Option}' of {owner}) cannot be read: {Reason(failure)}; give the path of the file.", failure);
        }
    }

    private string Reason(Exception failure) => Path.Length == 0 ? "the path is empty"
        : Directory.Exists(Path) ? "it is a folder"
        : Clause.Of(failure.Message);

    private Stream Open()
    {
        var place = System.IO.Path.GetFullPath(Path);
        if (!ReadOnce.TryGetValue(place, out var kept))
        {
            var file = File.OpenRead(Path);
            if (file.CanSeek)
            {
                return file;
            }

            using (file)
            {
                using var copy = new MemoryStream();
                file.CopyTo(copy);
                kept = ReadOnce.GetOrAdd(place, copy.ToArray());
            }
        }

        return new MemoryStream(kept, writable: false);
    }
}
