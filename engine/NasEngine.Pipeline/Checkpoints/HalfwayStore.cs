using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Checkpoints;

/// <summary>Trainings of one search in their middle, a file each, written aside and renamed when whole and on disk.</summary>
/// <param name="folder">The folder.</param>
/// <param name="role">Whose candidates these are: trials and winners are counted apart.</param>
public sealed class HalfwayStore(string folder, string role) : IHalfwayTrainings
{
    /// <summary>The folder of them inside that of the networks that a search keeps.</summary>
    /// <param name="networks">The folder of the networks.</param>
    public static string In(string networks) => Path.Combine(networks, "halfway");

    /// <inheritdoc/>
    public Stream? Open(long candidate) => File.Exists(PathOf(candidate)) ? File.OpenRead(PathOf(candidate)) : null;

    /// <inheritdoc/>
    public void Write(long candidate, Action<Stream> write)
    {
        var aside = PathOf(candidate) + ".part";
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(aside, FileMode.Create, FileAccess.ReadWrite, FileShare.Read))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, PathOf(candidate), overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The training itself lacks nothing: killed, it would begin at an earlier place.
            Delete(aside);
        }
    }

    /// <inheritdoc/>
    public void Drop(long candidate) => Delete(PathOf(candidate));

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What stays is overwritten by the next one, and goes with the search.
        }
    }

    private string PathOf(long candidate) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{role}-{candidate}"));
}
