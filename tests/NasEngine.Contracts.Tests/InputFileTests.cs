using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace NasEngine.Contracts.Tests;

public sealed class InputFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-input-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_same_bytes_have_the_same_hash_wherever_they_lie_compressed_or_not()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData("some text"u8));
        Open(Write("one", "some text"u8)).Hash.Should().Be(expected);
        Open(Write("other", "some text"u8)).Hash.Should().Be(expected);
        Open(Write("packed", Gzip("some text"))).Hash.Should().Be(expected);
        Open(Write("changed", "some next"u8)).Hash.Should().NotBe(expected);
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_read_whole() =>
        Text(Open(Write("two", [.. Gzip("one, "), .. Gzip("two")]))).Should().Be("one, two");

    [Fact]
    public void A_gzip_file_is_read_whole_or_not_at_all()
    {
        var whole = Gzip(string.Join('\n', Enumerable.Range(0, 200)));
        Text(Open(Write("whole", whole))).Should().EndWith("199");
        for (var length = 2; length < whole.Length; length++)
        {
            var file = Open(Write("cut", whole.AsSpan(0, length)));
            file.Invoking(Text).Should().Throw<InputException>("{0} of {1} bytes are there", length, whole.Length)
                .WithMessage("File*(option 'table' of estimator 'x') is a gzip file that is damaged or was cut short; get it again.");
        }
    }

    [Theory]
    [InlineData("gone", "could not find file*give the path of the file.")]
    [InlineData("", "the path is empty*")]
    [InlineData(".", "it is a folder; give the path of the file.")]
    public void What_cannot_be_read_is_said_in_a_sentence(string path, string message) =>
        new InputFile("table", "estimator 'x'", path).Invoking(Text).Should().Throw<InputException>()
            .Which.Message.ToLowerInvariant().Should().Match($"file '{path}' (option 'table' of estimator 'x') cannot be read: {message}");

    [Fact]
    public void A_pipe_is_read_once_and_says_the_same_again()
    {
        var pipe = Path.Combine(_folder.FullName, "pipe");
        Process.Start("mkfifo", pipe).WaitForExit();
        using var writer = Process.Start("sh", ["-c", $"printf 'some text' > {pipe}"]);

        Text(Open(pipe)).Should().Be("some text");
        Text(Open(pipe)).Should().Be("some text");
        Open(pipe).Hash.Should().Be(Convert.ToHexStringLower(SHA256.HashData("some text"u8)));
    }

    private static InputFile Open(string path) => new("table", "estimator 'x'", path);

    private static string Text(InputFile file) => file.Read(content => new StreamReader(content).ReadToEnd());

    private static byte[] Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
