using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;
using TorchSharp;

namespace NasEngine.Networks.Tests.Training;

/// <summary>What helps training, as options of the estimator.</summary>
public sealed class TrainingAidsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-aids-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Aids => ["labelSmoothing=0.1", "classWeights=balanced", "averaging=0.9", "warmUp=0.3", "mixUp=0.4", "cutMix=1", "erasing=0.5", "flip=true", "crop=1", "randAugment=2", "accumulate=2"];

    [Theory]
    [MemberData(nameof(Aids))]
    public void Each_changes_the_network_and_gives_the_same_one_again(string aid)
    {
        var data = new Uneven();
        var plain = Loss(data);
        var helped = Loss(data, aid);

        helped.Should().NotBe(plain);
        Loss(data, aid).Should().Be(helped, "all draws come from seed, trial and step");
        double.IsFinite(helped).Should().BeTrue();
    }

    [Fact]
    public void All_together_train_a_network_that_is_better_than_guessing() => Measured(
        new ToyData(), "epochs=12", "labelSmoothing=0.05", "classWeights=balanced", "averaging=0.9", "warmUp=0.1", "mixUp=0.1", "erasing=0.1", "schedule=cosine")
        .Metrics[MetricNames.ValidationAccuracy].Should().BeGreaterThan(0.3);

    [Fact]
    public void A_teacher_is_followed()
    {
        var data = new ToyData();
        var teacher = Teach(data);

        var alone = Measured(data, "epochs=2");
        var taught = Measured(data, ["epochs=2", .. teacher, "teacherShare=1"]);

        taught.Metrics[MetricNames.ValidationAccuracy].Should().BeGreaterThan(alone.Metrics[MetricNames.ValidationAccuracy] - 0.1);
        taught.Metrics[MetricNames.ValidationLoss].Should().NotBe(alone.Metrics[MetricNames.ValidationLoss]);
        Measured(data, ["epochs=2", .. teacher, "teacherShare=0"]).Metrics[MetricNames.ValidationLoss]
            .Should().Be(alone.Metrics[MetricNames.ValidationLoss], "with no share of the teacher there are the labels alone");
    }

    [Fact]
    public void The_gradient_of_a_teacher_is_that_of_the_paper()
    {
        var data = new ToyData();
        var files = Teach(data).Select(option => option.Split('=')[1]).ToArray();
        using var scope = torch.NewDisposeScope();
        using var teacher = new Teacher(
            new TeacherOptions(new InputFile("teacher", "test", files[0]), new InputFile("teacherWeights", "test", files[1]), Temperature: 3, Share: 1, Hints: 0),
            NetworkInput.Of(data), 10, torch.CPU);
        using var trained = TrainedNetwork.Read(_folder, () => NetworkInput.Of(data));
        var images = torch.rand(5, 1, 6, 6);
        var outputs = torch.rand(5, 10).requires_grad_();

        teacher.Loss(outputs, images).backward();

        var theirs = trained.Network.forward(images).Times(1.0 / 3).softmax(1);
        var expected = outputs.detach().Times(1.0 / 3).softmax(1).Plus(theirs, -1).Times(3.0 / 5);
        outputs.grad!.data<float>().Zip(expected.data<float>()).Should().AllSatisfy(pair => pair.First.Should().BeApproximately(pair.Second, 1e-5f));
    }

    [Fact]
    public void Hints_make_a_network_look_where_its_teacher_does()
    {
        var data = new ToyData();
        var teacher = Teach(data);

        var plain = Distance(data, [.. teacher, "teacherShare=0"]);
        var hinted = Distance(data, [.. teacher, "teacherShare=0", "hints=100"]);

        hinted.Should().BeLessThan(plain / 2);
        FluentActions.Invoking(() => Measured(data, "hints=1")).Should().Throw<InputException>().WithMessage("*'hints'*counts only where 'teacher' is given*");
    }

    [Fact]
    public void The_distance_of_two_looks_is_that_of_the_paper()
    {
        using var scope = torch.NewDisposeScope();
        var spec = NetworkSpec.From(new FeatureShape(2, 2, 2)).Activate(ActivationKind.Relu).GlobalAveragePool().Linear("c", 2).Build();
        using var network = new SpecNetwork(spec, 1, 0, torch.CPU);
        torch.Tensor Look(params float[] image) => AttentionTransfer.Run(network, torch.tensor(image, [1, 2, 2, 2]), [1]).Attention[0];

        var (one, other) = (Look(1, 0, 0, 2, -5, 1, 0, 0), Look(0, 0, 0, 1, 0, 0, 0, 1));

        AttentionTransfer.Pairs(spec, spec).Should().Equal((1, 1));
        var length = Math.Sqrt(1 + 1 + 16);
        one.data<float>().Zip([1 / length, 1 / length, 0, 4 / length]).Should()
            .AllSatisfy(pair => pair.First.Should().BeApproximately((float)pair.Second, 1e-6f));
        AttentionTransfer.Distance([one], [other]).Number().Should().BeApproximately((2 / 18.0) + Math.Pow(1 - (4 / length), 2), 1e-6);
    }

    [Fact]
    public void A_training_that_gets_no_better_stops_and_keeps_its_best_epoch()
    {
        var data = new ToyData();

        var stopped = Measured(data, "epochs=40", "patience=2", "learningRate=0.3", "schedule=constant");
        var epochs = stopped.Metrics[MetricNames.TrainedEpochs];
        var losses = Enumerable.Range(1, (int)epochs).Select(epoch => Measured(data, $"epochs={epoch}", "learningRate=0.3", "schedule=constant")
            .Metrics[MetricNames.ValidationLoss]).ToArray();

        epochs.Should().BeLessThan(40);
        stopped.Metrics[MetricNames.ValidationLoss].Should().Be(losses.Min());
        Array.IndexOf(losses, losses.Min()).Should().Be((int)epochs - 3, "two epochs that are no better end it");
    }

    [Fact]
    public void The_gradients_of_two_batches_make_the_step_of_one_that_is_both()
    {
        var spec = NetworkSpec.From(new FeatureShape(1, 6, 6)).Linear("a", 12).Activate(ActivationKind.Tanh).Linear("b", 10).Build();
        torch.Tensor[] Trained(int size, int parts)
        {
            var data = new ToyData();
            using var store = new ImageStore(data.Train, PixelStatistics.Of(data.Train), torch.CPU);
            using var network = new SpecNetwork(spec, 1, 0, torch.CPU);
            new NetworkTrainer(new SgdSettings(0.1, 0.9, 1e-4, 5), "cosine") { Accumulated = parts }.Train(
                network, 6, number => store.Batch([.. Enumerable.Range((int)number * size, size)]), 1, NoReport.Instance, default);
            return [.. network.parameters().Select(parameter => parameter.detach().clone())];
        }

        using var scope = torch.NewDisposeScope();
        foreach (var (one, both) in Trained(40, 1).Zip(Trained(20, 2)))
        {
            one.allclose(both, atol: 1e-5).Should().BeTrue();
        }
    }

    [Fact]
    public void A_teacher_of_other_images_and_half_a_teacher_are_refused()
    {
        var teacher = Teach(new ToyData());

        FluentActions.Invoking(() => Measured(new ToyData(side: 8), teacher)).Should().Throw<InputException>()
            .WithMessage("The teacher '*network.json' takes 1×6×6 and knows 10 classes; the data has 1×8×8 in 10.");
        FluentActions.Invoking(() => Measured(new ToyData(), teacher[0])).Should().Throw<InputException>().WithMessage("A teacher is two files*");
    }

    [Fact]
    public void What_is_in_the_teachers_files_is_a_part_of_the_search_and_without_one_there_are_none()
    {
        var reader = new OptionReader("estimator 'from-scratch'", new OptionBag(OptionBag.Empty.Values)
            .With("teacher", "a/network.json").With("teacherWeights", "a/weights.safetensors"));
        TrainingAids.Read(reader);

        reader.Files.Select(file => file.Option).Should().Equal("teacher", "teacherWeights");
        var none = new OptionReader("estimator 'from-scratch'", OptionBag.Empty);
        TrainingAids.Read(none);
        none.Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, 10, 0.5, 0.2)]
    [InlineData(3, 10, 0.5, 0.8)]
    [InlineData(5, 10, 0.5, 1)]
    [InlineData(0, 10, 0, 1)]
    public void The_rate_rises_evenly_before_the_schedule(long step, long steps, double warmUp, double factor) =>
        LearningRateSchedule.WarmedUp("cosine", step, steps, warmUp).Should().BeApproximately(factor, 1e-12);

    /// <summary>How far what a network of one seed looks at is from what its teacher does, on the test images.</summary>
    private double Distance(IDataset data, params string[] options)
    {
        using var estimator = Create(data, ["epochs=6", .. options]);
        var candidate = EstimatorFixture.Trial(number: 3);
        estimator.Run(candidate);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "pupil")).FullName;
        estimator.Export(candidate, folder);
        using var scope = torch.NewDisposeScope();
        using var pupil = TrainedNetwork.Read(folder, () => NetworkInput.Of(data));
        using var teacher = TrainedNetwork.Read(_folder, () => NetworkInput.Of(data));
        using var store = new ImageStore(data.Test, PixelStatistics.Of(data.Train), torch.CPU);
        using var withoutGradients = torch.no_grad();
        var images = store.Batch([.. Enumerable.Range(0, 50)]).Images;
        torch.Tensor[] Looks(TrainedNetwork network) => AttentionTransfer.Run(
            network.Network, images, [.. AttentionTransfer.Pairs(network.Network.Spec, network.Network.Spec).Select(pair => pair.Network)]).Attention;
        return AttentionTransfer.Distance(Looks(pupil), Looks(teacher)).Number();
    }

    private string[] Teach(IDataset data)
    {
        using var estimator = Create(data, "epochs=6");
        var candidate = EstimatorFixture.Trial();
        estimator.Run(candidate);
        estimator.Export(candidate, _folder);
        return [$"teacher={Path.Combine(_folder, "network.json")}", $"teacherWeights={Path.Combine(_folder, "weights.safetensors")}"];
    }

    private static double Loss(IDataset data, params string[] options) => Measured(data, options).Metrics[MetricNames.ValidationLoss];

    private static Measurement Measured(IDataset data, params string[] options)
    {
        using var estimator = Create(data, options);
        return estimator.Run(EstimatorFixture.Trial());
    }

    private static FromScratchEstimator Create(IDataset data, params string[] options) => EstimatorFixture.Create<FromScratchEstimator>(
        FromScratchEstimator.Id, EstimatorFixture.Setup(data: data, space: new ToySpace(side: data.Train.Shape.Height)),
        options.Prepend("batchSize=50").Aggregate(OptionBag.Empty, (bag, option) => bag.With(option.Split('=')[0], option.Split('=')[1])));

    private sealed class NoReport : IJobProgress
    {
        public static NoReport Instance { get; } = new();

        public void Report(string stage, long done, long total)
        {
        }
    }

    /// <summary>Toy images, those of the first class ten times as many.</summary>
    private sealed class Uneven : IDataset
    {
        private readonly ToyData _data = new();

        public string Name => "uneven";

        public int Classes => 10;

        public string Hash => "";

        public LabelledImages Train => _data.Train with { Labels = _data.Train.Labels.ToArray().Select((label, place) => place % 3 == 0 ? label : 0).ToArray() };

        public LabelledImages Test => _data.Test;
    }
}
