using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A name that is given again, when the journal was taken away, shows nothing of the search that had it before.</summary>
public sealed class SameNameTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Results_of_another_search_of_the_name_are_cleared_and_what_is_not_the_programs_stays()
    {
        CellTable.Write(_folder);
        _folder.Write("x.csx", """
            await Search("x").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")).Budget(trials: 3).RunAsync();
            """);
        var first = (await RunAsync()).Succeeded().Json;
        var folder = first.GetProperty("folder").GetString()!;
        foreach (var winner in new[] { "best", "runner-up-7", "finalist-2" })
        {
            Directory.CreateDirectory(Path.Combine(folder, winner));
            File.WriteAllText(Path.Combine(folder, winner, "network.svg"), "<svg>of another</svg>");
        }

        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        File.Delete(_folder.Of(".nas/journal.db"));

        var second = (await RunAsync()).Succeeded().Json;

        second.GetProperty("identity").GetString().Should().MatchRegex("^[0-9a-f]{16}$").And.NotBe(first.GetProperty("identity").GetString());
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order().Should().Equal("notes.txt", "report.html", "result.json");
        File.ReadAllText(Path.Combine(folder, "report.html")).Should().NotContain("of another");
    }

    private Task<ProgramResult> RunAsync() => NasProgram.RunAsync(_folder.Path, "run", "x.csx", "--json");
}
