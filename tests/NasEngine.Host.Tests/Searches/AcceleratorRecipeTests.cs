using System.Text.Json;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A search of a design space that holds no networks, from the shipped recipe to what is printed.</summary>
public sealed class AcceleratorRecipeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Winners_keep_to_their_area_and_are_shown_by_what_the_search_was_for()
    {
        var run = (await NasProgram.RunAsync(_folder.Path, "run", Repository.Script("accelerator"), "--set", "trials=60")).Succeeded();

        var header = run.Output.Split('\n').Single(line => line.Contains("area_mm2", StringComparison.Ordinal));
        header.Should().ContainAll("images_per_s_mm2", "area_mm2", "buffer_use").And.NotContainAny("test acc", "MACs", "latency");
        run.Output.Should().NotContain("over its target");

        (await NasProgram.RunAsync(_folder.Path, "space", "cost", "accelerator", "r32|c32|ws|i64|f64|o64|b8")).ShouldRefuse(
            "Space 'accelerator' holds no networks, and nothing is counted of its architectures; a search measures them.");
    }

    [Fact]
    public async Task A_network_and_its_array_are_searched_together()
    {
        var table = CellTable.Write(_folder);
        var run = (await NasProgram.RunAsync(
            _folder.Path, "run", Repository.Script("codesign"), "--set", $"table={table}", "--set", "trials=60", "--json")).Succeeded();

        using var result = JsonDocument.Parse(run.Output.Trim().Split('\n')[^1]);
        var best = result.RootElement.GetProperty("best");
        best.GetProperty("architecture").GetString().Should().Contain("| @ r");
        best.GetProperty("metrics").GetProperty("test_accuracy").GetDouble().Should().BeInRange(0, 1);
        best.GetProperty("metrics").GetProperty("runtime_ms").GetDouble().Should().BePositive();
        best.GetProperty("metrics").GetProperty("area_mm2").GetDouble().Should().BeLessThanOrEqualTo(4);

        (await NasProgram.RunAsync(_folder.Path, "space", "cost", "network-on-array", "x")).ShouldRefuse(
            "Space 'network-on-array' holds one other space, and 0 are named; write .Space(Part(\"network-on-array\", null, Part(\"nasbench201\"))).");
    }
}
