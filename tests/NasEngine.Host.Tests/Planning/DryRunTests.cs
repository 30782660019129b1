using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Planning;

/// <summary><c>nas run RECIPE --dry-run</c>.</summary>
public sealed class DryRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_searches_that_begin_at_once_are_planned_by_a_measurement_and_nothing_is_written()
    {
        CellTable.Write(_folder);
        TinyData.Write(_folder.Of("data"));
        _folder.Write("two.csx", """
            var table = Search("table").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" }).Budget(trials: 50);
            var net = Search("net").Data(Data.FashionMnist()).Space("fbnetv2-f", new { Scale = "mini" }).Strategy("fp-nas")
                .Training(new { BatchSize = 8 }).Budget(steps: 30).Final(epochs: 2);
            var both = await Task.WhenAll(table.RunAsync(), net.RunAsync());
            await Search("later").Space("nasbench201").Strategy("random").Budget(trials: (int)both[0].Steps).RunAsync();
            """);

        var text = (await NasProgram.RunAsync(_folder.Path, "run", "two.csx", "--data", "data", "--dry-run")).Succeeded().Output;

        text.Should().MatchRegex("Plan of search 'table'; nothing of it is run:\n  space   nasbench201: 15,625 architectures, of up to .* MACs")
            .And.Contain("  work    fp-nas: 30 steps; then 1 winner\n").And.MatchRegex(@"about .*for a step, .*for a winner, measured now\)")
            .And.NotContain("later");
        Directory.Exists(_folder.Of(".nas")).Should().BeFalse();
    }

    [Fact]
    public async Task A_machine_gets_numbers_and_a_mistake_its_sentence()
    {
        CellTable.Write(_folder);
        _folder.Write("one.csx", """
            var price = Parameter("macs", 1e12, "limit");
            await Search("one").Space("nasbench201").Strategy("random").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Accuracy().Under(Macs(price))).Budget(trials: 50).Final(estimator: "table", options: new { Table = "table.csv" }).RunAsync();
            """);

        var plan = (await NasProgram.RunAsync(_folder.Path, "run", "one.csx", "--dry-run", "--json")).Succeeded().Json.GetProperty("plans")[0];

        plan.GetProperty("space_size").GetString().Should().Be("15625");
        plan.GetProperty("trials").GetDouble().Should().Be(50);
        plan.GetProperty("seconds").GetDouble().Should().BePositive();
        (await NasProgram.RunAsync(_folder.Path, "run", "one.csx", "--dry-run", "--set", "mac=3")).ShouldRefuse("did you mean 'macs'?");
        (await NasProgram.RunAsync(_folder.Path, "run", "one.csx")).Succeeded();
        (await NasProgram.RunAsync(_folder.Path, "run", "one.csx", "--dry-run", "--set", "macs=1e11"))
            .ShouldRefuse("already has a search 'one' with another definition");
    }
}
