using System.IO.Compression;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>Reads the lines of a CSV file, plain or gzip by its first bytes; fields may be quoted (RFC 4180).</summary>
internal static class CsvFile
{
    /// <summary>The lines with their numbers from 1, the header first; empty lines are left out.</summary>
    /// <exception cref="InputException">Missing, unreadable, or damaged gzip.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Read(string path)
    {
        using var reader = Open(path);
        for (var line = 1; Next(reader, path) is { } text; line++)
        {
            if (text.Length > 0)
            {
                yield return (line, Split(text));
            }
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            var file = File.OpenRead(path);
            var gzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            return new StreamReader(gzip ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(
                $"Table '{path}' (option 'table' of estimator 'table') cannot be opened: {failure.Message.TrimEnd('.')}; give the path of a CSV file, plain or gzip.",
                failure);
        }
    }

    private static string? Next(StreamReader reader, string path)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw new InputException($"Table '{path}' is damaged: {failure.Message.TrimEnd('.')}; get it again from where it came from.", failure);
        }
    }

    private static string[] Split(string line)
    {
        if (!line.Contains('"'))
        {
            return line.Split(',');
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"' when quoted && i + 1 < line.Length && line[i + 1] == '"':
                    field.Append(line[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                default:
                    field.Append(line[i]);
                    break;
            }
        }

        return [.. fields, field.ToString()];
    }
}
