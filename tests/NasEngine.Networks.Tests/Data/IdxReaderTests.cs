using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Data;

public sealed class IdxReaderTests : IDisposable
{
    private static readonly byte[] TwoImages = IdxFixture.Idx([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

    private readonly IdxFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_plain_file_is_read()
    {
        var array = IdxReader.Read(_files.Write("plain", TwoImages), rank: 3);

        array.Dimensions.Should().Equal(2, 2, 3);
        array.Values.Should().Equal(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    [Fact]
    public void A_gzip_file_is_read_whatever_its_name() =>
        IdxReader.Read(_files.WriteGzip("no-suffix", TwoImages), rank: 3).Values.Should().HaveCount(12);

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = _files.Path("nothing");
        Failure(path).Should().Be($"Data file '{path}' does not exist; give the folder that holds the IDX files.");
    }

    [Fact]
    public void A_truncated_file_is_told_with_both_sizes()
    {
        var path = _files.Write("short", TwoImages[..^5]);
        Failure(path).Should().Be($"Data file '{path}' is truncated: 7 of 12 bytes are there; fetch it again.");
    }

    [Fact]
    public void A_truncated_header_is_told()
    {
        var path = _files.Write("header", TwoImages[..7]);
        Failure(path).Should().Be($"Data file '{path}' is truncated: 3 of 12 bytes are there; fetch it again.");
    }

    [Fact]
    public void An_empty_file_is_told()
    {
        var path = _files.Write("empty", []);
        Failure(path).Should().Be($"Data file '{path}' is truncated: 0 of 4 bytes are there; fetch it again.");
    }

    [Fact]
    public void A_truncated_gzip_file_is_told()
    {
        var whole = File.ReadAllBytes(_files.WriteGzip("whole", IdxFixture.Idx([1000], [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * i))])));
        var path = _files.Write("cut", whole[..(whole.Length / 2)]);
        Failure(path, rank: 1).Should().Contain($"Data file '{path}' is").And.Contain("fetch it again");
    }

    [Fact]
    public void A_file_of_another_kind_is_told_with_its_first_bytes()
    {
        var path = _files.Write("picture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D]);
        Failure(path).Should().Be(
            $"Data file '{path}' is not an IDX file of bytes: it starts with 89504E47, and it must start with 00000801 (labels) or 00000803 (images).");
    }

    [Fact]
    public void Labels_in_the_place_of_images_are_told()
    {
        var path = _files.Write("labels", IdxFixture.Idx([3], [1, 2, 3]));
        Failure(path).Should().Be($"Data file '{path}' has 1 dimensions; it must have 3 (images, rows, columns).");
    }

    [Fact]
    public void Bytes_after_the_end_are_told()
    {
        var path = _files.Write("long", [.. TwoImages, 0]);
        Failure(path).Should().Be(
            $"Data file '{path}' goes on after the 2 × 2 × 3 bytes that its header says; fetch it again.");
    }

    [Fact]
    public void An_absurd_header_is_refused_before_memory_is_taken()
    {
        var path = _files.Write("absurd", [0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]);
        Failure(path).Should().StartWith($"Data file '{path}' says it holds 4294967295 × 4294967295 × 4294967295 bytes");
    }

    private static string Failure(string path, int rank = 3) =>
        FluentActions.Invoking(() => IdxReader.Read(path, rank)).Should().Throw<InputException>().Which.Message;
}
