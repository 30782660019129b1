using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>The files of a folder of pictures, each decoded.</summary>
/// <param name="Pictures">Pictures in all.</param>
/// <param name="Smallest">Width and height of the one with the fewest pixels.</param>
/// <param name="Largest">Width and height of the one with the most pixels.</param>
/// <param name="Unreadable">A sentence for each that cannot be read.</param>
public sealed record PictureScan(
    int Pictures, (int Width, int Height) Smallest, (int Width, int Height) Largest, ImmutableArray<string> Unreadable)
{
    /// <summary>Decodes all pictures of a folder with a folder per class.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static PictureScan Of(string folder)
    {
        var files = ClassFolders.Read(folder).Pictures;
        var looked = files.AsParallel().AsOrdered().Select(Look).ToArray();
        var sizes =
            looked.Where(one => one.Problem is null).Select(one => one.Size).OrderBy(size => (long)size.Width * size.Height).ToArray();
        return new PictureScan(
            files.Length, sizes.FirstOrDefault(), sizes.LastOrDefault(), [.. looked.Select(one => one.Problem).OfType<string>().Order(
                StringComparer.Ordinal)]);
    }

    private static ((int Width, int Height) Size, string? Problem) Look(PictureFile file)
    {
        try
        {
            var picture = PictureReader.Read(File.ReadAllBytes(file.Path));
            return ((picture.Width, picture.Height), null);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (default, $"'{file.Path}': {Clause.Of(problem.Message)}");
        }
    }
}
