using System.Security.Cryptography;
using System.Text;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Tests;

public sealed class ContentCacheTests : IDisposable
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(3 * ContentShelf.Part / 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("nas-contents-").FullName;
    private readonly List<long> _asked = [];

    [Fact]
    public async Task A_transfer_that_was_broken_off_goes_on_where_it_was()
    {
        var (shelf, content) = Offered(Bytes);
        var cache = new ContentCache(Path.Combine(_folder, "cache"), long.MaxValue);
        var broken = async () => await cache.TakeAsync(
            content, wanted => wanted.Offset == 0 ? shelf.ReadAsync(wanted) : throw new IOException("the line is cut"), default);
        await broken.Should().ThrowAsync<IOException>().WithMessage("the line is cut");

        var path = await cache.TakeAsync(content, Counted(shelf), default);
        await cache.TakeAsync(content, Counted(shelf), default);

        File.ReadAllBytes(path).Should().Equal(Bytes);
        _asked.Should().Equal(ContentShelf.Part);
    }

    [Fact]
    public async Task What_arrives_as_something_else_is_refused_and_fetched_anew()
    {
        var (shelf, content) = Offered(Bytes);
        var cache = new ContentCache(Path.Combine(_folder, "cache"), long.MaxValue);
        var altered = async () => await cache.TakeAsync(content, Altered, default);

        await altered.Should().ThrowAsync<IOException>().WithMessage("*arrived as something else*");
        File.ReadAllBytes(await cache.TakeAsync(content, Counted(shelf), default)).Should().Equal(Bytes);
        _asked.Should().Equal(0, ContentShelf.Part);

        Task<IClusterMessage> Altered(ContentWanted wanted) => Task.FromResult<IClusterMessage>(
            new ContentChunk(wanted.Sha256, wanted.Offset, new byte[Math.Min(ContentShelf.Part, Bytes.Length - wanted.Offset)]));
    }

    [Fact]
    public async Task Contents_that_are_used_stay_and_others_go_when_there_is_too_much()
    {
        var (shelf, first) = Offered(Bytes);
        var second = shelf.Offer(new OfferedFile("file/b", Written("b", "small")));
        var cache = new ContentCache(Path.Combine(_folder, "cache"), limit: 100);

        var used = await cache.TakeAsync(first, shelf.ReadAsync, default);
        await cache.TakeAsync(second, shelf.ReadAsync, default);
        cache.GiveBack(second.Sha256);
        File.Exists(used).Should().BeTrue("somebody uses it");
        cache.GiveBack(first.Sha256);

        File.Exists(used).Should().BeFalse("nobody does, and it is too much");
    }

    [Fact]
    public async Task A_content_that_somebody_takes_while_another_gives_it_back_is_there()
    {
        var (shelf, content) = Offered([1, 2, 3]);
        var cache = new ContentCache(Path.Combine(_folder, "cache"), limit: 0);
        var missing = 0;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var time = 0; time < 300; time++)
            {
                var path = await cache.TakeAsync(content, shelf.ReadAsync, default);
                missing += File.Exists(path) ? 0 : 1;
                cache.GiveBack(content.Sha256);
            }
        })));

        missing.Should().Be(0);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCD")]
    public async Task Only_hashes_are_names(string name)
    {
        var cache = new ContentCache(Path.Combine(_folder, "cache"), 0);
        var act = async () => await cache.TakeAsync(new ContentRecord("file/x", name, 1), _ => throw new InvalidOperationException(), default);

        await act.Should().ThrowAsync<IOException>().WithMessage("*no SHA-256*");
    }

    [Fact]
    public async Task Only_what_was_offered_is_given_out()
    {
        var secret = Written("secret", "secret");
        var answer = await new ContentShelf().ReadAsync(new ContentWanted(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(secret))), 0));

        answer.Should().BeOfType<ContentGone>();
    }

    [Fact]
    public void What_a_node_leaves_stays_in_its_folder()
    {
        var outside = () => ContentPlaces.Below(ContentPlaces.Exports, "export/../outside", _folder);

        outside.Should().Throw<Pipeline.Workers.WorkerLost>().WithMessage("*outside its folder*");
        ContentPlaces.Below(ContentPlaces.Exports, "export/a/b", _folder).Should().Be(Path.Combine(_folder, "a", "b"));
        ContentPlaces.Below(ContentPlaces.Exports, "network/a", _folder).Should().BeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Func<ContentWanted, Task<IClusterMessage>> Counted(ContentShelf shelf) => wanted =>
    {
        _asked.Add(wanted.Offset);
        return shelf.ReadAsync(wanted);
    };

    private (ContentShelf Shelf, ContentRecord Content) Offered(byte[] bytes)
    {
        var (shelf, path) = (new ContentShelf(), Path.Combine(_folder, "a"));
        File.WriteAllBytes(path, bytes);
        return (shelf, shelf.Offer(new OfferedFile("file/a", path)));
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return path;
    }
}
