using System.Collections.Immutable;
using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>
/// The pictures of a folder with a folder per class, or with <c>train</c>, <c>val</c> and <c>test</c>, each of which has a folder per
/// class. Ordered by class and by what is in them, so that what a file is called is no part of the data.
/// </summary>
/// <param name="Classes">Names of the classes, ordered by code point.</param>
/// <param name="Pictures">The pictures.</param>
/// <param name="Others">Files that are no pictures by their name.</param>
internal sealed record ClassFolders(ImmutableArray<string> Classes, ImmutableArray<PictureFile> Pictures, int Others)
{
    /// <summary>Lists a folder and reads the bytes of its pictures.</summary>
    /// <exception cref="InputException">It is not there, cannot be read, or has not two classes with pictures.</exception>
    public static ClassFolders Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException(File.Exists(folder)
                ? $"'{folder}' is a file; name the folder that has a folder of pictures per class."
                : $"The folder of pictures '{folder}' does not exist; name one that has a folder per class.");
        }

        try
        {
            return Read(folder, Parts(folder));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder of pictures '{folder}' cannot be read: {refused.Message}", refused);
        }
    }

    private static ClassFolders Read(string folder, IReadOnlyList<(string Path, DataPartName? Part)> parts)
    {
        string[] names = [.. parts.SelectMany(part => Folders(part.Path)).Select(path => Path.GetFileName(path)!)
            .Distinct().Order(StringComparer.Ordinal)];
        if (names.Length < 2)
        {
            throw new InputException(
                $"The folder of pictures '{folder}' has {(names.Length == 0 ? "no folders" : $"one folder, '{names[0]}'")} "
                + "in it; it must have a folder per class, and two classes at least.");
        }

        var (pictures, others) = (new List<PictureFile>(), 0);
        foreach (var (path, part) in parts)
        {
            for (var number = 0; number < names.Length; number++)
            {
                var files = Files(Path.Combine(path, names[number]));
                pictures.AddRange(files.Where(PictureReader.IsPicture).AsParallel().AsOrdered()
                    .Select(file => new PictureFile(file, number, part, SHA256.HashData(File.ReadAllBytes(file)))));
                others += files.Count(file => !PictureReader.IsPicture(file));
            }
        }

        return new ClassFolders(
            [.. names],
            [.. pictures.OrderBy(picture => picture.Class).ThenBy(picture => Convert.ToHexString(picture.Hash), StringComparer.Ordinal)],
            others);
    }

    private static IReadOnlyList<(string Path, DataPartName? Part)> Parts(string folder)
    {
        var folders = Folders(folder).Select(path => (Path: path, Part: DataPartNames.Of(Path.GetFileName(path)))).ToArray();
        if (!folders.Any(one => one.Part == DataPartName.Train) || folders.Length < 2)
        {
            return [(folder, null)];
        }

        return folders.FirstOrDefault(one => one.Part is null).Path is not { } other ? folders : throw new InputException(
            $"The folder of pictures '{folder}' has folders for training beside '{Path.GetFileName(other)}'; it must have train, val and "
            + $"test "
            + "alone, with a folder per class in each, or the classes alone.");
    }

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Where(IsShown) : [];

    private static string[] Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsShown)] : [];

    private static bool IsShown(string path) => !Path.GetFileName(path).StartsWith('.');
}
