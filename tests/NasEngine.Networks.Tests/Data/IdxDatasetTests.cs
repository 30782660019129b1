using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Data;

public sealed class IdxDatasetTests : IDisposable
{
    private readonly IdxFixture _files = new IdxFixture().WithDataset();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_four_files_become_two_sets_of_images()
    {
        var data = FashionMnist.Open(_files.Folder);

        data.Train.Shape.Should().Be(new ImageShape(1, 4, 4));
        data.Train.Count.Should().Be(40);
        data.Train.Pixels.Span[(7 * 16) + 3].Should().Be(7);
        data.Train.Labels.Span[17].Should().Be(7);
        data.Test.Count.Should().Be(20);
    }

    [Fact]
    public void The_hash_is_that_of_all_pixels_and_labels()
    {
        var data = FashionMnist.Open(_files.Folder);
        byte[] all = [.. data.Train.Pixels.Span, .. Bytes(data.Train), .. data.Test.Pixels.Span, .. Bytes(data.Test)];

        data.Hash.Should().Be(Convert.ToHexStringLower(SHA256.HashData(all)));
    }

    private static IEnumerable<byte> Bytes(LabelledImages images) => images.Labels.ToArray().Select(label => (byte)label);

    [Fact]
    public void Plain_and_gzip_files_are_the_same_data()
    {
        var plain = FashionMnist.Open(_files.Folder).Hash;
        foreach (var path in Directory.GetFiles(_files.Folder))
        {
            _files.WriteGzip(Path.GetFileName(path) + ".gz", File.ReadAllBytes(path));
            File.Delete(path);
        }

        FashionMnist.Open(_files.Folder).Hash.Should().Be(plain);
    }

    [Fact]
    public void A_file_that_is_there_plain_and_compressed_is_read_where_both_say_the_same_and_refused_where_they_differ()
    {
        var name = "t10k-labels-idx1-ubyte";
        var content = File.ReadAllBytes(_files.Path(name));
        _files.WriteGzip(name + ".gz", content);
        FashionMnist.Open(_files.Folder).Test.Count.Should().Be(20);

        content[^1] ^= 1;
        var compressed = _files.WriteGzip(name + ".gz", content);
        Failure().Should().Be($"Data files '{_files.Path(name)}' and '{compressed}' differ; take away the one that is not meant.");
    }

    [Fact]
    public void Images_of_one_class_only_are_refused()
    {
        var labels = _files.Write("t10k-labels-idx1-ubyte", IdxFixture.Idx([20], [.. Enumerable.Repeat((byte)3, 20)]));
        Failure().Should().Be($"Data file '{labels}' has label 3 only, which any network gives right; there must be images of at least two classes.");
    }

    [Fact]
    public void Images_of_some_classes_only_are_said()
    {
        FashionMnist.Open(_files.Folder).Remarks.Should().BeEmpty();
        _files.Write("train-labels-idx1-ubyte", IdxFixture.Idx([40], [.. Enumerable.Range(0, 40).Select(image => (byte)(image % 2 * 5))]));

        FashionMnist.Open(_files.Folder).Remarks.Should().Equal(
            $"The training images in '{_files.Folder}' are of 2 of the 10 classes of Fashion-MNIST only, 0, 5: by chance alone an accuracy is about 0.5.");
    }

    [Fact]
    public void Fewer_labels_than_images_are_told_with_both_counts()
    {
        var labels = _files.Write("train-labels-idx1-ubyte", IdxFixture.Idx([39], new byte[39]));
        Failure().Should().Be(
            $"Data file '{labels}' has 39 labels for the 40 images of '{_files.Path("train-images-idx3-ubyte")}'; there must be one for each.");
    }

    [Fact]
    public void A_label_out_of_range_is_told_with_its_place()
    {
        var labels = _files.Write("t10k-labels-idx1-ubyte", IdxFixture.Idx([20], [.. new byte[19], 10]));
        Failure().Should().Be($"Data file '{labels}' has label 10 at place 19; labels of Fashion-MNIST are from 0 to 9.");
    }

    [Fact]
    public void Test_images_of_another_size_are_told()
    {
        _files.Write("t10k-images-idx3-ubyte", IdxFixture.Idx([20, 2, 2], new byte[80]));
        Failure().Should().Be(
            $"The images in '{_files.Folder}' differ in size: training has 4 × 4, test has 2 × 2; they must be of one size.");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_told_at_once() =>
        FluentActions.Invoking(() => FashionMnist.Open("/no/such/folder")).Should().Throw<InputException>()
            .WithMessage("The data folder '/no/such/folder' does not exist; name a folder that holds the four IDX files of Fashion-MNIST.");

    [SkippableFact]
    public void The_real_data_has_the_published_counts()
    {
        Skip.IfNot(Directory.Exists(FashionMnist.DebianFolder), "dataset-fashion-mnist is not installed.");
        var data = FashionMnist.Open(FashionMnist.DebianFolder);
        data.Train.Count.Should().Be(60_000);
        data.Test.Count.Should().Be(10_000);
        data.Train.Shape.Should().Be(new ImageShape(1, 28, 28));
        data.Train.Labels.ToArray().GroupBy(label => label).Select(group => group.Count()).Should().AllBeEquivalentTo(6_000);

        var statistics = PixelStatistics.Of(data.Train);
        statistics.Mean[0].Should().BeApproximately(255 * 0.2860f, 0.05f);
        statistics.Deviation[0].Should().BeApproximately(255 * 0.3530f, 0.05f);
    }

    private string Failure() =>
        FluentActions.Invoking(() => FashionMnist.Open(_files.Folder).Hash).Should().Throw<InputException>().Which.Message;
}
