using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class NetworkStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-").FullName;
    private readonly NetworkStore _store;

    public NetworkStoreTests() => _store = new NetworkStore(Path.Combine(_folder, "made when first written to"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_is_read_back_and_named_by_the_hash_of_its_content()
    {
        Write(3, "three").Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("three"))));
        Write(33, "thirty-three");
        Read(3).Should().Be("three");
        Read(33).Should().Be("thirty-three");
    }

    [Fact]
    public void A_network_written_again_takes_the_place_of_the_one_before()
    {
        Write(3, "first");
        Write(3, "second");
        Read(3).Should().Be("second");
        Files().Should().ContainSingle();
    }

    [Fact]
    public void A_network_that_was_altered_is_refused_by_its_path()
    {
        Write(3, "three");
        File.WriteAllText(Files().Single(), "altered");
        FluentActions.Invoking(() => Read(3)).Should().Throw<InputException>().WithMessage("The network of candidate 3 in '*' is not what was written there*");
    }

    [Fact]
    public void One_that_nobody_kept_is_refused_before_anything_was_written_and_after() =>
        FluentActions.Invoking(() => Read(3)).Should().Throw<InputException>().WithMessage("The network of candidate 3 is not kept*");

    [Fact]
    public void What_is_not_kept_is_deleted_and_what_was_left_half_written_too()
    {
        var three = Write(3, "three");
        Write(4, "four");
        var five = Write(5, "five");
        File.WriteAllText(Files()[0] + ".part", "half");

        _store.Prune(new Dictionary<long, LeftNetwork> { [3] = new(three, null), [5] = new(new string('0', five.Length), null) });

        Files().Should().ContainSingle();
        Read(3).Should().Be("three");
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_behind()
    {
        Write(3, "three");
        FluentActions.Invoking(() => _store.Write(4, _ => throw new IOException("full"))).Should().Throw<IOException>();
        Files().Should().ContainSingle();
    }

    private string Write(long candidate, string content) => _store.Write(candidate, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    private string Read(long candidate)
    {
        using var reader = new StreamReader(_store.Open(candidate));
        return reader.ReadToEnd();
    }

    private string[] Files() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
}
