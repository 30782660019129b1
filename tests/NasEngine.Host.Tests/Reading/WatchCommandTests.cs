using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Reading;

/// <summary><c>nas watch</c> follows what another process commits.</summary>
public sealed class WatchCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_search_that_is_done_says_so_and_ends()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("x"), MadeSearch.Completed, "completed");

        Nas.Run(_folder.Path, "watch", "x").Succeeded().Output.Should().Be("x: completed after 5 of 6; nas best x shows what it found.\n");
        var json = Nas.Run(_folder.Path, "watch", "1", "--json").Succeeded().Json;
        json.GetProperty("state").GetString().Should().Be("completed");
        json.GetProperty("measured").GetInt64().Should().Be(5);
        json.GetProperty("score").GetDouble().Should().Be(0.9);
    }

    [Fact]
    public void One_that_was_interrupted_says_how_to_go_on_and_one_that_failed_why()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("x"), MadeSearch.Interrupted);
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("y"), [.. MadeSearch.Interrupted, new Failed("no room.")], "failed");

        var interrupted = Nas.Run(_folder.Path, "watch", "x");
        interrupted.Output.Should().Be($"x: interrupted after 4 of 6. Go on with: nas resume x --workspace {_folder.Path}\n");
        interrupted.ExitCode.Should().Be(130);
        var failed = Nas.Run(_folder.Path, "watch", "y");
        failed.Output.Should().Be("y: failed: no room.\n");
        failed.ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task What_is_committed_while_it_watches_is_shown_and_the_end_ends_it()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("x"), MadeSearch.Interrupted);
        var held = WorkspaceLock.Take(_folder.Path);
        using var running = held.Running("x");
        new RunStatus("x", MadeSearch.At, "the strategy thinks", "a note").Write(_folder.Path);
        var watching = Nas.RunAsync(_folder.Path, CancellationToken.None, "watch", "x", "--json");

        MadeSearch.Append(_folder.Path, "x", [MadeSearch.Measured(4, 0.95, 3e6)]);
        MadeSearch.Append(_folder.Path, "x", [.. MadeSearch.Completed.Skip(MadeSearch.Interrupted.Length + 1)], "completed");
        held.Dispose();

        var watched = (await watching).Succeeded();
        watched.Json.GetProperty("state").GetString().Should().Be("completed");
        watched.Json.GetProperty("score").GetDouble().Should().Be(0.95);
    }
}
