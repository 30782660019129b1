using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Tests.Searches;

/// <summary>Nobody looks on: a search ends by its own rules, and what it would print lands nowhere.</summary>
public sealed class ClosedStreamTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ClosedStreamTests()
    {
        CellTable.Write(_folder);
        _folder.Write("x.csx", """
            await Search("x").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 3).RunAsync();
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nas run x.csx 2>&-")]
    [InlineData("nas run x.csx >&-")]
    [InlineData("nas run x.csx <&- >&- 2>&-")]
    [InlineData("nas run x.csx 2>/dev/full")]
    [InlineData("(nas run x.csx; echo $? >code) | true; exit $(<code)")]
    public async Task Closed_and_broken_streams_end_no_search_and_nothing_printed_lands_in_its_files(string line)
    {
        (await NasProgram.BashAsync(_folder.Path, line)).Succeeded();

        var result = (await NasProgram.RunAsync(_folder.Path, "resume", "x", "--json")).Succeeded().Json;
        result.GetProperty("state").GetString().Should().Be("completed");
        Directory.EnumerateFiles(_folder.Of(".nas"), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".html", StringComparison.Ordinal) && !file.EndsWith(".json", StringComparison.Ordinal))
            .Should().AllSatisfy(file => File.ReadAllText(file).Should().NotContain("3 trials in").And.NotContain("starting, 0/3"));
    }

    [Fact]
    public async Task What_is_printed_to_a_closed_output_is_dropped_and_goes_into_no_pipe_of_the_programs_own()
    {
        var trials = Enumerable.Range(0, 2000).SelectMany(number => new[]
        {
            MadeSearch.Proposed(number, number % 5), MadeSearch.Measured(number, number / 2000.0, 1e6),
        });
        MadeSearch.Write(_folder.Of(".nas"), MadeSearch.Spec("made"), [.. trials]);

        (await NasProgram.BashAsync(_folder.Path, "nas trials made --json >&-")).Succeeded().Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_watches_through_a_pipe_that_is_closed_watches_no_longer()
    {
        MadeSearch.Write(_folder.Of(".nas"), MadeSearch.Spec("made"), MadeSearch.Interrupted);
        using var held = WorkspaceLock.Take(_folder.Of(".nas"));
        using var running = held.Running("made");

        (await NasProgram.BashAsync(_folder.Path, "(nas watch made; echo $? >code) | head -1; cat code")).Succeeded().Output
            .Should().StartWith("trial ").And.EndWith("\n0\n");
    }

    [Fact]
    public async Task An_output_that_takes_nothing_is_told_when_the_search_is_done()
    {
        var result = await NasProgram.BashAsync(_folder.Path, "nas run x.csx >/dev/full");

        result.Error.TrimEnd().Should().EndWith("nas: The output could not be written: No space left on device");
        result.ExitCode.Should().Be(2);
        (await NasProgram.RunAsync(_folder.Path, "show", "x")).Succeeded().Output.Should().StartWith("x: completed");
    }
}
