using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

/// <summary>Trials that start from the weights of a smaller network.</summary>
public sealed class GrownTrialTests
{
    private static readonly INetworkSpace Space = AllSpaces.Make("morphism", ("scale", "mini"));
    private readonly OneKept _kept = new();

    [Fact]
    public void A_larger_network_that_does_not_train_measures_as_the_smaller_one_did()
    {
        var parent = Smallest;
        var before = Keep(parent);
        using var heirs = Estimator();
        foreach (var child in ((IMorphSpace)Space).Morphs(parent))
        {
            var measured = Run(heirs, new Trial(child, new Fidelity(0)) { Weights = WeightOrigin.Of(0) });
            measured.Metrics["val_loss"].Should().BeApproximately(before.Metrics["val_loss"], 1e-4);
            measured.Metrics["val_accuracy"].Should().Be(before.Metrics["val_accuracy"]);
            measured.Metrics["params"].Should().BeGreaterThan(before.Metrics["params"]);
        }
    }

    [Fact]
    public void It_trains_on_from_there_bit_for_bit_the_same_each_time()
    {
        var before = Keep(Smallest);
        var child = ((IMorphSpace)Space).Morphs(Smallest)[0];
        using var one = Estimator();
        using var two = Estimator();
        var measured = Run(one, new Trial(child, new Fidelity(1)) { Weights = WeightOrigin.Of(0) });
        Run(two, new Trial(child, new Fidelity(1)) { Weights = WeightOrigin.Of(0) }).Should().Be(measured);
        measured.Metrics["train_loss"].Should().BeLessThan(before.Metrics["train_loss"]);
    }

    [Fact]
    public void A_smaller_network_cannot_come_from_a_larger_and_says_so()
    {
        Keep(((IMorphSpace)Space).Morphs(Smallest)[0]);
        using var heirs = Estimator();
        var failure = Run(heirs, new Trial(Smallest, new Fidelity(0)) { Weights = WeightOrigin.Of(0) }).Failure!;
        failure.Kind.Should().Be(FailureKind.BadArchitecture);
        failure.Message.Should().Match("The network cannot grow from that of candidate 0: *'stage1.layer1.conv.weight'*layers grow*");
    }

    [Fact]
    public void What_matches_is_still_handed_on_alone_when_the_estimator_is_told_so()
    {
        var before = Keep(Smallest);
        using var heirs = Estimator(new { BatchSize = 20, Inherit = "matching" });
        var child = ((IMorphSpace)Space).Morphs(Smallest)[0];
        var measured = Run(heirs, new Trial(child, new Fidelity(0)) { Weights = WeightOrigin.Of(0) });
        Math.Abs(measured.Metrics["val_loss"] - before.Metrics["val_loss"]).Should().BeGreaterThan(1e-3);
    }

    private static Architecture Smallest { get; } = Space.Decisions.Architecture(new int[Space.Decisions.Decisions.Length]);

    private Measurement Keep(Architecture parent)
    {
        using var estimator = Estimator();
        var trial = new Trial(parent, new Fidelity(2)) { Keep = true };
        var measured = Run(estimator, trial, number: 0);
        using var stream = new MemoryStream();
        ((IKeepingEstimator)estimator).Keep(new Candidate(0, trial), stream);
        _kept.Network = stream.ToArray();
        return measured;
    }

    private static Measurement Run(IEstimator estimator, Trial trial, long number = 1)
    {
        var candidate = new Candidate(number, trial);
        estimator.Train(candidate, NoProgress.Instance, default);
        return estimator.Evaluate(candidate, NoProgress.Instance, default);
    }

    private IEstimator Estimator(object? options = null)
    {
        var parts = PluginParts.Of(new NetworksPlugin());
        var setup = new EstimatorSetup(Space, new BrightImages(Space.Input, Space.Classes), 5, "cpu", 1, parts) { Kept = _kept };
        var component = new ComponentSpec("from-scratch", OptionBag.From(options ?? new { BatchSize = 20 }));
        return parts.Create<IEstimator, EstimatorSetup>(component, setup);
    }

    private sealed class OneKept : IKeptNetworks
    {
        public byte[] Network { get; set; } = [];

        public Stream Open(long candidate) => new MemoryStream(Network);
    }

    /// <summary>Images whose brightness says their class.</summary>
    private sealed class BrightImages(FeatureShape shape, int classes) : IDataset
    {
        private const int PerClass = 20;

        public string Name => "bright";

        public string Hash => "bright";

        public int Classes => classes;

        public LabelledImages Train { get; } = Images(shape, classes, 1);

        public LabelledImages Test { get; } = Images(shape, classes, 2);

        private static LabelledImages Images(FeatureShape shape, int classes, ulong seed)
        {
            var random = RandomSource.For(seed, 0, "images");
            var labels = Enumerable.Range(0, classes * PerClass).Select(image => (byte)(image % classes)).ToArray();
            var pixels = labels.SelectMany(label => Enumerable.Range(0, (int)shape.Count)
                .Select(_ => (byte)((label * 20) + random.NextInt(40)))).ToArray();
            return new LabelledImages(new ImageShape(shape.Channels, shape.Height, shape.Width), pixels, labels);
        }
    }
}
