using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>What is used is given back: no tensor is left to the finalizers, which come when they like.</summary>
[Collection(AloneCollection.Name)]
public sealed class LiveTensorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-live-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("importance")]
    [InlineData("uniform")]
    [InlineData("sandwich")]
    public void Steps_of_a_supernet_leave_none(string rule) => LeavesNone(() =>
    {
        using var estimator = EstimatorFixture.Create<IStatefulEstimator>("supernet");
        estimator.Run(EstimatorFixture.Step(0, rule));
        using var saved = new MemoryStream();
        estimator.Save(saved);
        saved.Position = 0;
        estimator.Restore(saved);
        estimator.Run(EstimatorFixture.Step(1, rule));
    });

    [Theory]
    [InlineData("unrolled")]
    [InlineData("uniform")]
    public void Steps_of_mixtures_leave_none(string rule) => LeavesNone(() =>
    {
        using var estimator = EstimatorFixture.Create<IStatefulEstimator>("supernet");
        estimator.Run(new Candidate(0, new SupernetStep(rule, [EstimatorFixture.Everything], [], SupernetStep.NoSettings)));
    });

    [Fact]
    public void A_network_trained_from_scratch_tested_and_exported_leaves_none() => LeavesNone(() =>
    {
        using var estimator = EstimatorFixture.Create<IArtifactEstimator>("from-scratch", new { Epochs = 1, TestSet = true, Augment = true });
        estimator.Run(EstimatorFixture.Trial());
        estimator.Export(EstimatorFixture.Trial(), _folder);
        estimator.Run(EstimatorFixture.Trial(1, number: 1));
    }, ParametersOf(0) + ParametersOf(1));

    [Fact]
    public void What_helps_training_leaves_none() => LeavesNone(() =>
    {
        using (var teacher = EstimatorFixture.Create<IArtifactEstimator>("from-scratch", new { Epochs = 1 }))
        {
            teacher.Run(EstimatorFixture.Trial());
            teacher.Export(EstimatorFixture.Trial(), _folder);
        }

        using var estimator = EstimatorFixture.Create<IEstimator>("from-scratch", new
        {
            Epochs = 1, LabelSmoothing = 0.1, ClassWeights = "balanced", Averaging = 0.9, MixUp = 0.2, CutMix = 1, Erasing = 0.5, WarmUp = 0.1,
            Teacher = Path.Combine(_folder, "network.json"), TeacherWeights = Path.Combine(_folder, "weights.safetensors"),
        });
        estimator.Run(EstimatorFixture.Trial());
    }, 3 * ParametersOf(0));

    [Fact]
    public void A_latency_leaves_none() => LeavesNone(() =>
    {
        using var profiler = new TorchProfiler(new TorchProfilerOptions(WarmUp: 1, Runs: 2), EstimatorFixture.Setup(), torch.CPU, TimeProvider.System);
        profiler.Measure(EstimatorFixture.Space.All().First(), default);
    }, ParametersOf(0));

    [Fact]
    public void Every_step_holds_as_many_as_the_one_before()
    {
        using var estimator = EstimatorFixture.Create<IStatefulEstimator>("supernet");
        estimator.Run(EstimatorFixture.Step(0));
        estimator.Run(EstimatorFixture.Step(0));
        var held = Settled();

        for (var number = 1; number < 20; number++)
        {
            estimator.Run(EstimatorFixture.Step(0));
            torch.Tensor.TotalCount.Should().Be(held);
        }
    }

    /// <param name="use">What makes tensors and gives them back.</param>
    /// <param name="parameters">Parameters made: each takes a tensor over, which TorchSharp counts for ever after.</param>
    private static void LeavesNone(Action use, int parameters = 0)
    {
        var before = Settled();
        use();
        torch.Tensor.TotalCount.Should().Be(before + parameters);
    }

    private static int ParametersOf(int architecture) =>
        EstimatorFixture.Space.Describe(EstimatorFixture.Space.All().ElementAt(architecture)).Weights.Length;

    /// <summary>How many there are when the finalizers have done what earlier tests left to them.</summary>
    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
