using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Worth;

/// <summary>The worth of searches of a table, and what cannot be weighed.</summary>
public sealed class TableWorthTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_search_of_a_table_is_weighed_against_rows_of_the_table()
    {
        await RunAsync("mine", "regularized-evolution", ".Budget(trials: 200)");

        var worth = (await WorthAsync("mine", "--around", "winner", "--band", "0..2", "--against", "30", "--json")).Succeeded().Json;

        worth.GetProperty("comparison").GetString().Should().Be("mine.worth-30-winner-band0..2");
        worth.GetProperty("random_architectures").GetProperty("count").GetInt32().Should().Be(30);
        worth.GetProperty("verdict").GetString().Should().Be("better");
        worth.GetProperty("same_compute").GetProperty("trainings").GetInt64().Should().Be(200, "a trial is as much as a random one");
        worth.GetProperty("same_compute").GetProperty("is_least").GetBoolean().Should().BeTrue();
        (await WorthAsync("mine", "--around", "winner", "--band", "0..2", "--against", "30")).Succeeded().Output
            .Should().Contain("better than a random architecture of the band").And.Contain("the best of all, or more: it is enough for 200 trainings");
    }

    [Fact]
    public async Task A_recipe_gets_the_figures_and_another_seed_draws_others()
    {
        var output = await RunAsync("mine", "random", ".Budget(trials: 20)", """
            var band = (0.0, 2.0);
            var one = await result.WorthAsync(against: 10, band: band);
            var same = await result.WorthAsync(against: 10, band: band);
            var other = await result.WorthAsync(against: 10, band: band, seed: 5);
            Print(one.Random.Values.SequenceEqual(same.Random.Values) && !one.Random.Values.SequenceEqual(other.Random.Values));
            one.Print();
            """);

        output.Should().Contain("True\n").And.Contain("mine against 10 random architectures");
    }

    [Fact]
    public async Task A_band_that_holds_few_architectures_is_weighed_against_those_and_this_is_said()
    {
        await RunAsync("mine", "random", ".Objective(Maximize.Metric(\"test_accuracy\").Under(Parameters(2e5))).Budget(trials: 20)");

        var few = (await WorthAsync("mine", "--against", "5000")).Succeeded();

        few.Output.Should().MatchRegex(@"Random draws find only \d+ different architectures in the band, not 5000\.");
    }

    [Fact]
    public async Task What_cannot_be_weighed_is_refused_in_a_sentence()
    {
        await RunAsync("mine", "random", ".Budget(trials: 5)");

        (await WorthAsync("nine")).ShouldRefuse("There is no search 'nine'", "mine");
        (await WorthAsync("mine", "--against", "1")).ShouldRefuse("'1' of --against must be a whole number from 2 to 10000");
        (await WorthAsync("mine", "--band", "wide")).ShouldRefuse("'--band wide'", "--band 0.8..1");
        (await WorthAsync("mine", "--band", "2..1")).ShouldRefuse("The band 2..1");
        (await WorthAsync("mine", "--around", "limit")).ShouldRefuse("no upper limit", "winner's cost");
        (await WorthAsync("mine", "--band", "50..100")).ShouldRefuse("Random draws find 0 architectures of space 'nasbench201'", "wider band");
        (await WorthAsync("mine", "--seed", "-1")).ShouldRefuse("'-1' of --seed must be a whole number of at least 0");
        (await NasProgram.RunAsync(_folder.Path, "list", "--json")).Json.GetProperty("searches").GetArrayLength().Should().Be(1);
        (await WorthAsync("mine", "--against", "3", "--band", "0..2")).Succeeded();
        (await WorthAsync("mine.worth-3-winner-band0..2")).ShouldRefuse("ask for the worth of 'mine'");
    }

    private async Task<string> RunAsync(string name, string strategy, string more, string then = "")
    {
        CellTable.Write(_folder);
        _folder.Write("mine.csx", $$"""
            var result = await Search("{{name}}").Space("nasbench201").Strategy("{{strategy}}").Estimator("table", new { Table = "table.csv" })
                .Objective(Maximize.Metric("test_accuracy")){{more}}.Seed(3).RunAsync();
            {{then}}
            """);
        return (await NasProgram.RunAsync(_folder.Path, "run", "mine.csx")).Succeeded().Output;
    }

    private Task<ProgramResult> WorthAsync(string search, params string[] more) =>
        NasProgram.RunAsync(_folder.Path, ["worth", search, .. more]);
}
