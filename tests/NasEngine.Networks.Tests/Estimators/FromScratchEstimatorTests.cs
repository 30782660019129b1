using NasEngine.Contracts;
using static NasEngine.Networks.Tests.Estimators.EstimatorFixture;

namespace NasEngine.Networks.Tests.Estimators;

public sealed class FromScratchEstimatorTests : IDisposable
{
    private static readonly object Options = new { BatchSize = 20, Epochs = 2, LearningRate = 0.1 };

    private readonly string _folder = Directory.CreateTempSubdirectory("artifacts").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_candidate_gives_the_same_measurement_bit_for_bit()
    {
        using var one = Create<IArtifactEstimator>("from-scratch", Options);
        using var two = Create<IArtifactEstimator>("from-scratch", Options);
        var first = one.Run(Trial(4, number: 7));
        two.Run(Trial(2, number: 3));

        two.Run(Trial(4, number: 7)).Should().Be(first);
    }

    [Fact]
    public void Augmented_training_is_as_exact()
    {
        var options = new { BatchSize = 20, Epochs = 1, Augment = true };
        using var one = Create<IArtifactEstimator>("from-scratch", options);
        using var two = Create<IArtifactEstimator>("from-scratch", options);
        using var plain = Create<IArtifactEstimator>("from-scratch", new { BatchSize = 20, Epochs = 1 });
        var measured = one.Run(Trial());

        two.Run(Trial()).Should().Be(measured);
        plain.Run(Trial()).Should().NotBe(measured);
    }

    [Theory]
    [InlineData("float32")]
    [InlineData("bf16")]
    public void It_learns_and_reports_cost_and_validation(string precision)
    {
        using var estimator = Create<IArtifactEstimator>("from-scratch", new { BatchSize = 20, Epochs = 10, LearningRate = 0.2, Precision = precision });
        var measured = estimator.Run(Trial(17));
        var cost = Space.Cost(Space.All().ElementAt(17));

        measured.Metrics["val_accuracy"].Should().BeGreaterThan(0.7);
        measured.Metrics["train_loss"].Should().BeLessThan(1);
        measured.Metrics["macs"].Should().Be(cost.Macs);
        measured.Metrics["params"].Should().Be(cost.Parameters);
        measured.Metrics["activation_bytes"].Should().Be(cost.ActivationBytes);
        measured.Metrics.Keys.Should().NotContain("test_accuracy");
    }

    [Fact]
    public void Float32_is_what_trainings_compute_in_unless_bf16_is_asked_for_which_is_as_exact()
    {
        Measurement Run(object options)
        {
            using var estimator = Create<IArtifactEstimator>("from-scratch", options);
            return estimator.Run(Trial(4, number: 7));
        }

        var brief = Run(new { BatchSize = 20, Epochs = 2, LearningRate = 0.1, Precision = "bf16" });

        Run(new { BatchSize = 20, Epochs = 2, LearningRate = 0.1, Precision = "float32" }).Should().Be(Run(Options)).And.NotBe(brief);
        Run(new { BatchSize = 20, Epochs = 2, LearningRate = 0.1, Precision = "bf16" }).Should().Be(brief);
    }

    [Fact]
    public void Finalists_are_measured_on_the_test_images_too()
    {
        using var estimator = Create<IArtifactEstimator>("from-scratch", new { BatchSize = 20, Epochs = 10, LearningRate = 0.2, TestSet = true });
        estimator.Run(Trial(17)).Metrics["test_accuracy"].Should().BeGreaterThan(0.6);
    }

    [Fact]
    public void The_fidelity_says_epochs_and_data()
    {
        using var estimator = Create<IArtifactEstimator>("from-scratch", Options);
        var full = estimator.Run(Trial());
        estimator.Run(Trial(fidelity: new Fidelity(Epochs: 2))).Should().Be(full);
        estimator.Run(Trial(fidelity: new Fidelity(Epochs: 1))).Should().NotBe(full);
        estimator.Run(Trial(fidelity: new Fidelity(DataFraction: 0.5))).Should().NotBe(full);
    }

    [Fact]
    public void A_diverging_training_is_a_result_that_says_so()
    {
        using var estimator = Create<IArtifactEstimator>("from-scratch", new { BatchSize = 20, Epochs = 10, LearningRate = 100, WeightDecay = 1, Clip = 0, Schedule = "constant" });
        var failure = estimator.Run(Trial(0)).Failure;
        failure.Should().Be(new Failure(
            FailureKind.NotANumber, $"The training loss of architecture {Space.All().First().Id} is not a finite number; lower the learning rate."));
    }

    [Fact]
    public void An_architecture_that_cannot_be_built_is_a_result_that_says_so()
    {
        using var estimator = Create<IArtifactEstimator>("from-scratch", Options);
        var foreign = new Candidate(0, new Trial(new Architecture("other", [0, 0, 0]), Fidelity.Full));
        estimator.Run(foreign).Failure!.Kind.Should().Be(FailureKind.BadArchitecture);
    }

    [Fact]
    public void The_exported_weights_are_those_of_the_network()
    {
        using var estimator = Create<IArtifactEstimator>("from-scratch", Options);
        estimator.Run(Trial(3));
        estimator.Export(Trial(3), _folder);

        using var file = File.OpenRead(Path.Combine(_folder, "weights.safetensors"));
        var tensors = Safetensors.Read(file, file.Name);
        var spec = Space.Describe(Space.All().ElementAt(3));
        tensors.Where(pair => !pair.Key.Contains("running", StringComparison.Ordinal)).Sum(pair => pair.Value.numel()).Should().Be(spec.Parameters);
        tensors.Keys.Should().Contain(spec.Weights.Select(weight => weight.Name)).And.Contain("stem.bn.running_mean");
    }

    [Fact]
    public void A_supernet_step_is_refused()
    {
        using var estimator = Create<IArtifactEstimator>("from-scratch", Options);
        estimator.Invoking(it => it.Run(Step(0))).Should().Throw<InputException>()
            .WithMessage("Estimator 'from-scratch' trains one architecture at a time, and the strategy proposed a supernet step; use the estimator 'supernet' with it.");
    }

    [Fact]
    public void A_batch_that_the_data_cannot_fill_is_refused()
    {
        FluentActions.Invoking(() => Create<IArtifactEstimator>("from-scratch", new { BatchSize = 300 })).Should().Throw<InputException>()
            .WithMessage("Estimator 'from-scratch' trains on batches of 300 images, and there are only 200; give a batchSize of 200 or less.");
    }
}
