using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers.Session;

namespace NasEngine.Pipeline.Tests;

public sealed class WorkerSessionTests
{
    [Theory]
    [InlineData(null, "torch")]
    [InlineData("stopwatch", "stopwatch")]
    public void Latency_is_measured_by_the_profiler_that_the_search_names(string? named, string asked)
    {
        var spec = named is null ? ToyParts.Spec() : ToyParts.Spec() with { Profiler = named };
        using var session = new WorkerSession(spec, new ToyParts());

        session.Profile(new Architecture("toy", [1, 1]), CancellationToken.None).Device.Should().Be(asked);
    }
}
