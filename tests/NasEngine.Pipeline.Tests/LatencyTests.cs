using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>A latency is measured while nothing else runs.</summary>
public sealed class LatencyTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private int _training;
    private int _measuring;
    private int _disturbed;

    public LatencyTests()
    {
        _workspace.Settings = _workspace.Settings with { Workers = 3 };
        _workspace.Parts.BeforeTraining = _ => During(ref _training, () => Volatile.Read(ref _measuring));
        _workspace.Parts.OnProfile = () => During(ref _measuring, () => Volatile.Read(ref _training));
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("finals", 5)]
    [InlineData("target", 40)]
    [InlineData("requirement", 40)]
    public async Task No_other_slot_works_while_a_latency_is_measured(string of, int times)
    {
        var score = new Objective("score", []);
        var spec = of switch
        {
            "finals" => ToyParts.Spec() with { Final = new FinalSpec("toy", 5) },
            "target" => ToyParts.Spec() with { Objective = score.Under(MetricNames.Latency, 5) },
            _ => ToyParts.Spec() with { Objective = score.Require(new Constraint(MetricNames.Latency, 5)) },
        };

        var outcome = await _workspace.RunAsync(spec);

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        _workspace.Parts.Profiled.Should().Be(times);
        _disturbed.Should().Be(0);
    }

    /// <summary>Long enough for another slot to begin, if it were let.</summary>
    private void During(ref int mine, Func<int> others)
    {
        Interlocked.Increment(ref mine);
        for (var turn = 0; turn < 200; turn++)
        {
            Interlocked.Add(ref _disturbed, others());
            Thread.Yield();
        }

        Interlocked.Decrement(ref mine);
    }
}
