using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A command line that cannot be is refused in one sentence.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nas rum x.csx", "'rum' is no command", "did you mean 'run'?")]
    [InlineData("nas run x.csx --jsn", "'--jsn'", "'nas run'", "did you mean '--json'?")]
    [InlineData("nas run", "'nas run' needs <recipe>: ")]
    [InlineData("nas run x.csx --isolation none", "none", "inproc", "process")]
    [InlineData("nas run x.csx --no-tls", "--no-tls", "give --cluster HOST:PORT")]
    [InlineData("nas run x.csx --step-helpers 2", "--step-helpers", "give --cluster HOST:PORT")]
    [InlineData("nas run x.csx --cluster 127.0.0.1:0 --no-tls --step-helpers -1", "--step-helpers", "from 0 to 1024")]
    [InlineData("nas run x.csx --certificate certs", "--certificate", "give --cluster HOST:PORT")]
    [InlineData("nas run x.csx --cluster 127.0.0.1:7788 --no-tls --certificate certs", "--certificate", "one of the two")]
    [InlineData("nas worker --join 10.0.0.5:7788,10.0.0.6", "'10.0.0.6' is no address of a coordinator", "give HOST:PORT")]
    [InlineData("nas worker --join 127.0.0.1:7788,10.0.0.6:7788 --no-tls", "10.0.0.6:7788", "loopback")]
    [InlineData("nas worker --join 127.0.0.1:7788 --no-tls --tags gpu,!", "'!' is no tag of a machine", "letters, digits")]
    [InlineData("nas run x.csx --tags my/gpu", "'my/gpu' is no tag of a machine", "joined by commas: gpu,big")]
    [InlineData("nas run x.csx --workers 0", "--workers 0", "give --cluster HOST:PORT")]
    [InlineData("nas run x.csx --workers 1000000", "--workers", "from 0 to 1024")]
    [InlineData("nas run x.csx --threads-per-worker 1000000", "--threads-per-worker", "from 1 to 1024")]
    [InlineData("nas run x.csx --job-minutes -1", "--job-minutes", "above 0")]
    [InlineData("nas run x.csx --job-minutes NaN", "--job-minutes", "above 0")]
    [InlineData("nas run x.csx --job-minutes 1e308", "--job-minutes", "at most")]
    [InlineData("nas run x.csx --job-memory 0", "--job-memory", "from 1 to")]
    [InlineData("nas run x.csx --strategy-minutes 0", "--strategy-minutes", "above 0")]
    [InlineData("nas run x.csx --checkpoint-seconds -1", "--checkpoint-seconds", "from 0 to")]
    [InlineData("nas run x.csx --workers abc", "'abc'", "--workers", "a whole number")]
    [InlineData("nas plugins show fp-nass", "'fp-nass'", "did you mean 'fp-nas'?")]
    public async Task A_wrong_word_is_named_with_what_would_be_right(string line, params string[] words)
    {
        _folder.Write("x.csx", "");

        var result = await NasProgram.RunAsync(_folder.Path, line.Split(' ')[1..]);

        result.ShouldRefuse(words);
        _folder.Content.Should().Equal("x.csx");
    }

    [Fact]
    public async Task Without_a_home_or_a_cache_folder_it_says_which_variable_to_set()
    {
        var nowhere = new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = _folder.Write("taken", "") };

        var result = await NasProgram.RunAsync(_folder.Path, nowhere, "plugins");

        result.ShouldRefuse("cache folder", "taken", "set XDG_CACHE_HOME");
    }
}
