using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

public sealed class SupernetTests : IDisposable
{
    private static readonly ToySpace Space = new();

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 2);

    public static TheoryData<int> Paths => [.. Enumerable.Range(0, Space.All().Count())];

    public void Dispose()
    {
        _supernet.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void It_holds_each_weight_in_its_largest_shape()
    {
        _supernet.Weights.Tensors["stem.weight"].shape.Should().Equal(8, 1, 3, 3);
        _supernet.Weights.Tensors["block.op2.weight"].shape.Should().Equal(8, 8, 3, 3);
        _supernet.Weights.Tensors["classifier.weight"].shape.Should().Equal(10, 8);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_equals_the_network_of_its_own_bit_for_bit_in_evaluation_mode(int path)
    {
        var architecture = Space.All().ElementAt(path);
        using var network = _supernet.Extract(architecture);
        network.Recalibrate([ToyBatches.Of(32, Space, "calibration").Images]);
        network.eval();
        var batch = ToyBatches.Of(9, Space);
        var images = batch.Images;

        using var withoutGradients = torch.no_grad();
        var pass = new Pass(architecture, batch, PassGradients.None);
        var weights = new PathWithStatistics(new RouteWeights(network.Spec, pass, _supernet.Weights), network);
        var through = new NetworkPlan(network.Spec).Run(images, weights);

        Bits.Of(through).Should().Equal(Bits.Of(network.forward(images)));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_equals_the_network_of_its_own_bit_for_bit_in_training_mode(int path)
    {
        torch.set_num_threads(1);
        var architecture = Space.All().ElementAt(path);
        using var network = _supernet.Extract(architecture);
        network.train();
        var batch = ToyBatches.Of(9, Space);

        torch.nn.functional.cross_entropy(network.forward(batch.Images), batch.Labels).backward();
        _supernet.Backward([architecture], batch, (_, gradient) =>
        {
            gradient.Weights.Should().HaveCount(network.Weights.Count);
            foreach (var (weight, value) in gradient.Weights)
            {
                Bits.Of(value).Should().Equal(Bits.Of(network.Weights[weight.Name].grad!), weight.Name);
            }
        }, default);
    }

    [Fact]
    public void A_path_has_gradients_for_its_own_weights_only() =>
        _supernet.Backward([Space.Decisions.Architecture([0, 1, 0])], ToyBatches.Of(4, Space), (_, gradient) =>
            gradient.Weights.Select(weight => weight.Weight.ToString()).Should().BeEquivalentTo(
            [
                "stem.weight [4, 1, 3, 3]", "stem.bn.weight [4]", "stem.bn.bias [4]",
                "block.op1.weight [4, 4, 1, 1]", "block.op1.bn.weight [4]", "block.op1.bn.bias [4]",
                "classifier.weight [10, 4]", "classifier.bias [10]",
            ]), default);

    [Fact]
    public void A_score_is_the_loss_and_accuracy_of_the_path()
    {
        var batch = ToyBatches.Of(40, Space);
        var architecture = Space.Decisions.Architecture([2, 2, 1]);
        var score = _supernet.Score([architecture], batch, default).Single();

        using var network = _supernet.Extract(architecture);
        network.train();
        var logits = network.forward(batch.Images);
        score.Loss.Should().BeApproximately(
            torch.nn.functional.cross_entropy(logits, batch.Labels).Number(), 1e-6, "other tests change the threads that this one runs on");
        score.Accuracy.Should().Be(logits.argmax(1).data<long>().Zip(batch.Labels.data<long>()).Count(two => two.First == two.Second) / 40.0);
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        var batch = ToyBatches.Of(16, Space);
        var results = new[] { 1, 2, 3, 5 }.Select(threads =>
        {
            using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads);
            using var sum = new SoftmaxWeightedSum(supernet.Weights, scale: 1);
            supernet.Backward([.. Space.All()], batch, (_, gradient) => sum.Add(gradient), default);
            return Bits.Of(sum.Mean().Gradients.All);
        }).ToArray();

        results.Should().AllSatisfy(result => result.Should().Equal(results[0]));
    }

    /// <summary>A path of the supernet with the running statistics of a network.</summary>
    private sealed class PathWithStatistics(IWeightSource path, IWeightSource network) : IWeightSource
    {
        public torch.Tensor Weight(Weight weight) => path.Weight(weight);

        public RunningStatistics? Statistics(BatchNorm norm) => network.Statistics(norm);
    }
}
