using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;
using NasEngine.Plugins.Conformance;
using TorchSharp;

namespace NasEngine.Networks.Tests.Execution;

/// <summary>What trains, measures, saves and writes does it on the device of the search, and makes no tensor anywhere else.</summary>
[Collection(AloneCollection.Name)]
public sealed class NamedDeviceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-device-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("importance")]
    [InlineData("uniform")]
    [InlineData("sandwich")]
    public void Steps_of_a_supernet(string rule) => Same(() =>
    {
        using var estimator = EstimatorFixture.Create<IStatefulEstimator>("supernet");
        var first = estimator.Run(EstimatorFixture.Step(0, rule));
        using var saved = new MemoryStream();
        estimator.Save(saved);
        saved.Position = 0;
        estimator.Restore(saved);
        return [first, estimator.Run(EstimatorFixture.Step(1, rule))];
    });

    [Fact]
    public void A_step_of_second_order_darts() => Same(() =>
    {
        using var estimator = EstimatorFixture.Create<IStatefulEstimator>("supernet");
        return [estimator.Run(new Candidate(0, new SupernetStep("unrolled", [EstimatorFixture.Everything], [], SupernetStep.NoSettings)))];
    });

    [Fact]
    public void A_step_that_weighs_choices() => Same(() =>
    {
        using var estimator = EstimatorFixture.Create<IStatefulEstimator>("supernet");
        return [estimator.Run(new Candidate(0, new SupernetStep("uniform", [EstimatorFixture.Everything], [EstimatorFixture.Everything], SupernetStep.NoSettings)))];
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_network_trained_from_scratch_and_exported(bool augment) => Same(() =>
    {
        using var estimator = EstimatorFixture.Create<IArtifactEstimator>("from-scratch", new { Epochs = 1, TestSet = true, Augment = augment });
        var measured = estimator.Run(EstimatorFixture.Trial());
        estimator.Export(EstimatorFixture.Trial(), _folder);
        return [measured];
    });

    [Fact]
    public void A_latency()
    {
        using var elsewhere = new ElsewhereByDefault();
        using var profiler = new TorchProfiler(new TorchProfilerOptions(WarmUp: 1, Runs: 2), EstimatorFixture.Setup(), torch.CPU, TimeProvider.System);
        profiler.Measure(EstimatorFixture.Space.All().First(), default).Runs.Should().Be(2);
    }

    /// <summary>Under another default device it goes through and measures the same.</summary>
    private static void Same(Func<Measurement[]> run)
    {
        var expected = run();
        Measurement[] measured;
        using (new ElsewhereByDefault())
        {
            measured = run();
        }

        measured.Should().OnlyContain(one => one.Failure == null);
        measured.Select(one => one.Metrics).Should().BeEquivalentTo(expected.Select(one => one.Metrics), options => options.WithStrictOrdering());
    }
}
