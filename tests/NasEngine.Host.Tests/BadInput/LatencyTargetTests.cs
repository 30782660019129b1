using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A latency target that a strategy cannot go by is refused before anything is trained or written.</summary>
public sealed class LatencyTargetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fp-nas", "fbnetv2-f", "steps: 3")]
    [InlineData("parsec", "fbnetv2-f", "steps: 3")]
    [InlineData("single-path", "fbnetv2-f", "steps: 3, trials: 60")]
    public async Task A_supernet_without_known_latencies_is_told_what_is_known_and_where_more_comes_from(string strategy, string space, string budget)
    {
        TinyData.Write(_folder.Of("data"));
        _folder.Write("x.csx", $$"""
            await Search("x").Data("fashion-mnist", new { Data = "data" }).Space("{{space}}", new { Scale = "mini" }).Strategy("{{strategy}}")
                .Training(new { BatchSize = 16 }).Objective(Maximize.Accuracy().Times(Milliseconds(2.0).Power(-0.07))).Budget({{budget}}).RunAsync();
            """);

        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx")).ShouldRefuse(
            $"Search 'x' has a target for 'latency_ms', which strategy '{strategy}' must know of every path before it runs", "others by .Costs(…)");
        Directory.Exists(_folder.Of(".nas")).Should().BeFalse();
    }
}
