using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A search that learned nothing is not done.</summary>
public sealed class FruitlessRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fp-nas")]
    [InlineData("darts", "new { Order = \"first\" }")]
    public async Task A_learning_rate_of_a_hundred_without_clipping_ends_a_search_with_what_to_change_and_no_winner(
        string strategy, string options = "null")
    {
        TinyData.Write(_folder.Of("data"));
        _folder.Write("x.csx", $$"""
            await Search("x").Data("fashion-mnist", new { Data = "data" })
                .Space({{(strategy == "darts" ? "\"nasbench201\", new { Scale = \"mini\", Channels = 4, Cells = 1 }" : "\"fbnetv2-f\", new { Scale = \"mini\" }")}})
                .Strategy("{{strategy}}", {{options}}).Training(new { LearningRate = 100, Clip = 0, BatchSize = 32 })
                .Objective(Maximize.Accuracy()).Budget(steps: 60).Seed(7).RunAsync();
            """);

        var result = await NasProgram.RunAsync(_folder.Path, "run", "x.csx", "--failures", "5");

        result.ExitCode.Should().Be(1, result.Error);
        result.Error.Should().Contain("nas: Search 'x' failed: 5 steps in a row failed, the last since: ").And.Contain("Lower the learning rate or clip the gradients");
        result.Output.Should().Contain("failed ").And.NotContain("best:");
    }
}
