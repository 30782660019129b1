using System.Text;

namespace NasEngine.Contracts;

/// <summary>Files that are there whole or not at all.</summary>
public static class WholeFile
{
    private const string Part = ".part";

    /// <summary>
    /// Writes a file aside and puts it in its place, in a folder that is made where it is missing. What goes wrong leaves what was
    /// there, and nothing aside.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes what is in it.</param>
    /// <exception cref="IOException">It cannot be written, or a folder is in its place.</exception>
    /// <exception cref="UnauthorizedAccessException">Nobody may write there.</exception>
    public static void Write(string path, Action<Stream> write) => Write([KeyValuePair.Create(path, write)]);

    /// <summary>Writes a text, in UTF-8, as <see cref="Write(string, Action{Stream})"/> writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What is in it.</param>
    /// <exception cref="IOException">It cannot be written, or a folder is in its place.</exception>
    /// <exception cref="UnauthorizedAccessException">Nobody may write there.</exception>
    public static void Write(string path, string text) => Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes files that belong together: each aside, and all in their places once the last one is written.</summary>
    /// <param name="files">What writes each, by its path.</param>
    /// <exception cref="IOException">One cannot be written, or a folder is in its place.</exception>
    /// <exception cref="UnauthorizedAccessException">Nobody may write there.</exception>
    public static void Write(IEnumerable<KeyValuePair<string, Action<Stream>>> files)
    {
        var begun = new List<string>();
        try
        {
            foreach (var (path, write) in files)
            {
                var whole = Path.GetFullPath(path);
                if (Directory.Exists(whole))
                {
                    throw new IOException($"'{whole}' is a folder.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
                begun.Add(whole);
                using var file = File.Create(whole + Part);
                write(file);
            }

            begun.ForEach(whole => File.Move(whole + Part, whole, overwrite: true));
        }
        catch
        {
            foreach (var aside in begun.Select(whole => whole + Part).Where(File.Exists))
            {
                File.Delete(aside);
            }

            throw;
        }
    }
}
