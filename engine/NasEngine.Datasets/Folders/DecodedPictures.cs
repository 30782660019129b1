using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>
/// The pixels of pictures, decoded once: kept in a file named by what it was made of, the bytes of the pictures and the form that they
/// were brought to. Several processes may do so at once.
/// </summary>
/// <param name="cache">Says which folder they are kept in; asked for when it is needed.</param>
internal sealed class DecodedPictures(Func<string> cache)
{
    private const string Version = "pictures 1";
    private const string Extension = ".pixels";
    private const int Kept = 8;

    /// <summary>The pixels of all pictures in their order.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="form">What they become.</param>
    /// <exception cref="InputException">A picture cannot be read, or there are too many for the memory.</exception>
    public byte[] Read(IReadOnlyList<PictureFile> pictures, PictureForm form)
    {
        if ((long)pictures.Count * form.Bytes > Array.MaxLength)
        {
            throw new InputException(FormattableString.Invariant(
                $"{pictures.Count} pictures of {form.Channels}×{form.Size}×{form.Size} are more than 2 GB; give a smaller size."));
        }

        var kept = PathOf(pictures, form);
        if (kept is not null && File.Exists(kept) && File.ReadAllBytes(kept) is var pixels && pixels.Length == pictures.Count * form.Bytes)
        {
            return pixels;
        }

        var decoded = Decode(pictures, form);
        if (kept is not null)
        {
            Keep(kept, decoded);
        }

        return decoded;
    }

    private static byte[] Decode(IReadOnlyList<PictureFile> pictures, PictureForm form)
    {
        var pixels = new byte[pictures.Count * form.Bytes];
        var failures = new string?[pictures.Count];
        Parallel.For(0, pictures.Count, (place, loop) =>
        {
            try
            {
                PictureReader.Read(File.ReadAllBytes(pictures[place].Path)).To(form)
                    .Write(form.Channels, pixels.AsSpan(place * form.Bytes, form.Bytes));
            }
            catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                failures[place] = $"The picture '{pictures[place].Path}' cannot be read: {Clause.Of(problem.Message)}";
                loop.Break();
            }
        });
        return failures.FirstOrDefault(failure => failure is not null) is { } first
            ? throw new InputException($"{first}; take it away, or replace it ('nas data check' lists all such).")
            : pixels;
    }

    /// <summary>Where they are kept; null where there is no place for it.</summary>
    private string? PathOf(IReadOnlyList<PictureFile> pictures, PictureForm form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version} {form.Text} {typeof(SkiaSharp.SKCodec).Assembly.GetName().Version}"));
        foreach (var picture in pictures)
        {
            hash.AppendData(picture.Hash);
        }

        try
        {
            return Path.Combine(cache(), Convert.ToHexStringLower(hash.GetHashAndReset()) + Extension);
        }
        catch (InputException)
        {
            return null; // They are decoded anew each time.
        }
    }

    private static void Keep(string path, byte[] pixels)
    {
        var aside = $"{path}.{Environment.ProcessId}";
        try
        {
            File.WriteAllBytes(aside, pixels);
            File.Move(aside, path, overwrite: true);
            var old = new DirectoryInfo(Path.GetDirectoryName(path)!).EnumerateFiles("*" + Extension)
                .Where(file => file.FullName != path).OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept - 1);
            foreach (var file in old)
            {
                file.Delete();
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            File.Delete(aside); // The next program decodes them anew.
        }
    }
}
