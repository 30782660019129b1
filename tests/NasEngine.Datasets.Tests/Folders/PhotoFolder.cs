namespace NasEngine.Datasets.Tests.Folders;

/// <summary>A folder of small pictures, each of its own colour, and a cache beside it.</summary>
internal sealed class PhotoFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("nas-photos-").FullName;

    public string Path => System.IO.Path.Combine(_root, "photos");

    public string Cache => System.IO.Path.Combine(_root, "cache");

    public PhotoFolder Add(string folder, int from, int count, int green = 0)
    {
        for (var number = from; number < from + count; number++)
        {
            Write($"{folder}/{number}.png", Drawn.Plain(6, 4, number, green, 7).Png());
        }

        return this;
    }

    public PhotoFolder Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    public ImageFolderDataset Open(double test = 0.25, int channels = 3, string? folder = null) => new(
        new ImageFolderOptions(folder ?? Path, new PictureForm(2, channels, ResizeMethod.Crop, "nearest"), test),
        new DecodedPictures(() => Directory.CreateDirectory(Cache).FullName));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
