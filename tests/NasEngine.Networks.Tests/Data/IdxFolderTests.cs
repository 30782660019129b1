using System.IO.Compression;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Data;

/// <summary>IDX files under any names.</summary>
public sealed class IdxFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-idx-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Labels_may_be_numbered_from_anywhere_and_files_be_called_as_EMNIST_calls_them()
    {
        Write("emnist-letters-train-images-idx3-ubyte", [3, 1, 2], 1, 2, 3, 4, 5, 6);
        Write("emnist-letters-train-labels-idx1-ubyte", [3], 26, 1, 5);
        Write("emnist-letters-test-images-idx3-ubyte", [1, 1, 2], 7, 8);
        Write("emnist-letters-test-labels-idx1-ubyte", [1], 5);

        var data = new IdxFolder(_folder);

        data.ClassNames.Should().Equal("1", "5", "26");
        data.Train.Labels.ToArray().Should().Equal(2, 0, 1);
        data.Test.Labels.ToArray().Should().Equal(1);
        data.Train.Shape.Should().Be(new ImageShape(1, 1, 2));
    }

    [Fact]
    public void Channels_are_known_before_and_behind_the_pixels()
    {
        Files(images: [2, 1, 2, 3], 1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0);
        new IdxFolder(_folder).Train.Pixels.ToArray()[..6].Should().Equal(1, 4, 2, 5, 3, 6);
        new IdxFolder(_folder).Train.Shape.Should().Be(new ImageShape(3, 1, 2));

        Files(images: [2, 3, 1, 2], 1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0);
        new IdxFolder(_folder).Train.Pixels.ToArray()[..6].Should().Equal(1, 2, 3, 4, 5, 6);
        new IdxFolder(_folder).Train.Shape.Should().Be(new ImageShape(3, 1, 2));
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        Refusal().Should().Be($"The data folder '{_folder}' has no file of training images; it must have one, such as train-images-idx3-ubyte.");
        Files(images: [2, 1, 1], 1, 2);
        Write("t10k-labels-idx1-ubyte", [2], 0, 9);
        Refusal().Should().Be($"The test labels in '{_folder}' have 9 at place 1, which no training image has.");
        Files(images: [2, 2, 5, 2], new byte[40]);
        Refusal().Should().EndWith("has images of 2 × 5 × 2; with three sizes, the first or the last must be 1, 3 or 4 channels.");
        Files(images: [2, 1, 1], 1, 2);
        Write("train-labels-idx1-ubyte", [2], 4, 4);
        Refusal().Should().Be($"The training labels in '{_folder}' are 4 only; there must be images of at least two classes.");
        Write("my-train-labels-idx1-ubyte", [2], 4, 4);
        Refusal().Should().StartWith($"The data folder '{_folder}' has 2 files of training labels; it must have one");
    }

    [Fact]
    public void A_file_that_is_there_plain_and_compressed_is_refused_where_the_two_differ()
    {
        Files(images: [2, 1, 1], 1, 2);
        var plain = Path.Combine(_folder, "train-images-idx3-ubyte");
        byte[] content = File.ReadAllBytes(plain);
        Compress(plain, content);
        new IdxFolder(_folder).Train.Pixels.ToArray().Should().Equal(1, 2);

        Compress(plain, [.. content[..^1], 9]);
        Refusal().Should().Be($"Data files '{plain}' and '{plain}.gz' differ; take away the one that is not meant.");

        File.Delete(plain);
        new IdxFolder(_folder).Train.Pixels.ToArray().Should().Equal(1, 9);
    }

    private static void Compress(string plain, byte[] content)
    {
        using var file = new GZipStream(File.Create(plain + ".gz"), CompressionLevel.Fastest);
        file.Write(content);
    }

    private string Refusal() => Assert.Throws<InputException>(() => new IdxFolder(_folder).Train).Message;

    private void Files(int[] images, params byte[] pixels)
    {
        foreach (var part in new[] { "train", "t10k" })
        {
            Write(part + "-images-idx3-ubyte", images, pixels);
            Write(part + "-labels-idx1-ubyte", [2], 0, 1);
        }
    }

    private void Write(string name, int[] dimensions, params byte[] values) => File.WriteAllBytes(
        Path.Combine(_folder, name),
        [0, 0, 8, (byte)dimensions.Length, .. dimensions.SelectMany(size => new byte[] { 0, 0, 0, (byte)size }), .. values]);
}
