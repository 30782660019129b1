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
    public static void Write(string path, Action<Stream> write)
    {
        var whole = Path.GetFullPath(path);
        var aside = whole + Part;
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        try
        {
            using (var file = File.Create(aside))
            {
                write(file);
            }

            File.Move(aside, whole, overwrite: true);
        }
        catch
        {
            if (File.Exists(aside))
            {
                File.Delete(aside);
            }

            throw;
        }
    }
}
