using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>As many winners as a recipe asks for are measured and shown.</summary>
public sealed class ManyFinalistsTests : IDisposable
{
    private const int Count = 12;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Twelve_finalists_are_measured_and_all_of_them_are_printed()
    {
        CellTable.Write(_folder);
        _folder.Write("twelve.csx", $$"""
            var result = await Search("twelve").Space("nasbench201", new { Scale = "mini" }).Strategy("random", new { Unique = true })
                .Estimator("table", new { Table = "table.csv" }).Budget(trials: 30)
                .Final(count: {{Count}}, estimator: "table", options: new { Table = "table.csv" }).RunAsync();
            Print($"measured {result.Found.Count(one => one.Metrics["test_accuracy"] > 0)}");
            result.Print();
            """);

        var lines = (await NasProgram.RunAsync(_folder.Path, "run", "twelve.csx")).Succeeded().Output.Split('\n');

        lines.Should().Contain($"measured {Count}");
        string[] places = ["best", "runner-up", "third", .. Enumerable.Range(4, Count - 3).Select(place => $"{place}th")];
        lines.Where(line => line.StartsWith('│')).Skip(1).Select(row => row.Split('│')[1].Trim()).Should().Equal(places);
        lines.Where(line => line.Contains(": |", StringComparison.Ordinal)).Select(line => line.Split(':')[0]).Should().Equal(places);
    }
}
