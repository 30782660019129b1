using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;
using TorchSharp;

namespace NasEngine.Networks.Tests.ZeroCost;

/// <summary>Each proxy on networks whose score is known in closed form.</summary>
public sealed class ZeroCostProxiesTests
{
    [Fact]
    public void Synaptic_flow_is_the_sum_of_the_outputs_once_for_every_layer_of_a_chain()
    {
        // R is homogeneous in the weights of each layer, so that each layer's Σ w ∂R/∂w is R itself (Tanaka et al., theorem 1).
        var spec = NetworkSpec.From(new FeatureShape(2, 1, 1)).At("a").Linear("one", 3).Then(new Activation(ActivationKind.Relu)).Linear("two", 2).Build();
        float[,] first = { { 1, -2 }, { -0.5f, 0.25f }, { 3, 0 } };
        float[,] second = { { -1, 2, 0.5f }, { 0.25f, -0.75f, 1 } };
        var sums = new[] { 3.0, 0.75, 3 };
        var flow = (1 * sums[0]) + (2 * sums[1]) + (0.5 * sums[2]) + (0.25 * sums[0]) + (0.75 * sums[1]) + (1 * sums[2]);

        SynFlow.Of(Case(spec, Set, Images(1, 2), [0])).Should().BeApproximately(2 * flow, 1e-9);

        void Set(SpecNetwork network)
        {
            network.Weights["a.one.weight"].copy_(torch.tensor(first));
            network.Weights["a.two.weight"].copy_(torch.tensor(second));
        }
    }

    [Fact]
    public void Synaptic_flow_goes_through_tokens_and_recurrent_cells()
    {
        var tokens = NetworkSpec.From(new FeatureShape(1, 1, 3));
        var spec = tokens.Embed("e", 4, 2).Recur("r", 2, RecurrentCell.Parse("0:tanh,1:relu")).MeanOf(tokens).Linear("l", 2).Build();

        SynFlow.Of(Case(spec, _ => { }, Images(1, 3).reshape(1, 1, 1, 3), [0])).Should().BePositive().And.BeLessThan(double.PositiveInfinity);
    }

    [Fact]
    public void Batch_norms_change_nothing_of_the_synaptic_flow()
    {
        NetworkSpec Of(bool norm)
        {
            var map = NetworkSpec.From(new FeatureShape(1, 4, 4)).At("a").Conv("c", 2, 3);
            return (norm ? map.BatchNorm("bn") : map).Then(new Activation(ActivationKind.Relu)).GlobalAveragePool().Linear("l", 2).Build();
        }

        SynFlow.WithoutNorms(Of(true)).Should().Be(Of(false));
        SynFlow.Of(Case(Of(true), _ => { }, Images(1, 16), [0])).Should().Be(SynFlow.Of(Case(Of(false), _ => { }, Images(1, 16), [0])));
    }

    [Fact]
    public void The_loss_gradients_of_a_linear_classifier_are_those_of_the_formula()
    {
        var gradient = Classifier.Gradient(Classifier.W);
        var pairs = new[] { (0, 0), (0, 1), (1, 0), (1, 1) };

        LossGradients.GradientNorm(Classifier.Case()).Should().BeApproximately(
            Math.Sqrt(pairs.Sum(at => gradient[at.Item1, at.Item2] * gradient[at.Item1, at.Item2])), 1e-6);
        LossGradients.Snip(Classifier.Case()).Should().BeApproximately(
            pairs.Sum(at => Math.Abs(Classifier.W[at.Item1, at.Item2] * gradient[at.Item1, at.Item2])), 1e-6);
    }

    [Fact]
    public void The_Fisher_score_of_a_linear_classifier_is_that_of_the_formula()
    {
        // One pixel, so that z ∂L/∂z of image n and class k is z_nk (p_nk − y_nk) / N.
        var slopes = Classifier.X.Zip(Classifier.Y, (image, label) => Classifier.Slopes(Classifier.W, image, label)).ToArray();
        var logits = Classifier.X.Select(image => Classifier.Logits(Classifier.W, image)).ToArray();
        var expected = Enumerable.Range(0, 2).Sum(k => Enumerable.Range(0, 3).Average(n => Math.Pow(logits[n][k] * slopes[n][k] / 3, 2)) / 2);

        Fisher.Of(Classifier.Case()).Should().BeApproximately(expected, 1e-7);
    }

    [Fact]
    public void The_Fisher_score_sums_over_the_pixels_of_a_channel_before_it_squares()
    {
        // Two pixels of opposite gradients by one channel: a classifier of the mean sees both alike, so Σ z ∂L/∂z is that of the mean.
        var spec = NetworkSpec.From(new FeatureShape(1, 2, 2)).At("a").Conv("c", 1, 1).GlobalAveragePool().Linear("l", 2).Build();
        var one = Case(
            spec,
            network =>
            {
                network.Weights["a.c.weight"].copy_(torch.ones([1, 1, 1, 1]));
                network.Weights["a.l.weight"].copy_(torch.tensor(new float[,] { { 1 }, { -1 } }));
            },
            torch.tensor(new float[] { 5, -3, 1, 1, 2, 2, 2, 2 }).reshape(2, 1, 2, 2),
            [0, 1]);
        var means = new[] { 1.0, 2.0 };
        var after = means.Select(mean => new[] { mean, -mean }).ToArray();
        double Slope(int n, int k) => (Math.Exp(after[n][k]) / after[n].Sum(Math.Exp)) - (k == n ? 1 : 0);
        var convolution = Enumerable.Range(0, 2).Average(n => Math.Pow(means[n] * (Slope(n, 0) - Slope(n, 1)) / 2, 2)) / 2;
        var linear = Enumerable.Range(0, 2).Sum(k => Enumerable.Range(0, 2).Average(n => Math.Pow(after[n][k] * Slope(n, k) / 2, 2)) / 2);

        Fisher.Of(one).Should().BeApproximately(convolution + linear, 1e-7);
    }

    [Fact]
    public void The_gradient_flow_is_minus_the_weights_times_the_change_of_the_gradient_along_itself()
    {
        const double Step = 1e-5;
        var gradient = Classifier.Gradient(Classifier.W);
        var (ahead, behind) = (Classifier.Gradient(Classifier.Moved(gradient, Step)), Classifier.Gradient(Classifier.Moved(gradient, -Step)));
        var expected = 0.0;
        foreach (var (k, i) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            expected -= Classifier.W[k, i] * (ahead[k, i] - behind[k, i]) / (2 * Step);
        }

        GradientFlow.Of(Classifier.Case()).Should().BeApproximately(expected, 1e-6);
    }

    [Fact]
    public void A_network_of_rectified_layers_has_a_gradient_flow_whatever_runs_in_place()
    {
        NetworkSpec Of(bool norm)
        {
            var map = NetworkSpec.From(new FeatureShape(1, 4, 4)).At("a").Conv("c", 2, 3);
            return (norm ? map.BatchNorm("bn") : map).Then(new Activation(ActivationKind.Relu)).GlobalAveragePool().Linear("l", 2).Build();
        }

        foreach (var norm in new[] { true, false })
        {
            var one = Case(Of(norm), _ => { }, Images(4, 16), [0, 1, 0, 1]);

            GradientFlow.Of(one).Should().NotBe(0).And.Be(GradientFlow.Of(one));
            Fisher.Of(one).Should().BePositive().And.Be(Fisher.Of(one));
        }
    }

    [Fact]
    public void Naswot_of_two_images_is_the_determinant_of_their_codes()
    {
        // Four units; the codes of the images, 1100 and 1010, differ in two: K = [[4, 2], [2, 4]].
        var kernel = new double[2, 2];
        Naswot.Count(kernel, torch.tensor(new float[,] { { 1, 2, 0, 0 }, { 3, 0, 1, -1 } }).reshape(2, 4, 1, 1));

        kernel.Should().BeEquivalentTo(new double[,] { { 4, 2 }, { 2, 4 } });
        Naswot.LogDeterminant(kernel).Should().BeApproximately(Math.Log(12), 1e-12);
    }

    [Fact]
    public void Naswot_counts_the_units_of_all_rectified_layers_and_of_no_others()
    {
        var spec = NetworkSpec.From(new FeatureShape(1, 1, 1)).Linear("a", 2).Then(new Activation(ActivationKind.Relu))
            .Linear("b", 2).Then(new Activation(ActivationKind.Sigmoid)).Linear("c", 1).Then(new Activation(ActivationKind.HardSwish)).Build();
        var one = Case(
            spec,
            network =>
            {
                network.Weights["a.weight"].copy_(torch.tensor(new float[,] { { 1 }, { -1 } }));
                network.Weights["c.weight"].copy_(torch.tensor(new float[,] { { 1, 1 } }));
            },
            torch.tensor(new float[] { 1, -1 }).reshape(2, 1, 1, 1),
            [0, 0]);

        // ReLU codes 10 and 01; the last unit is on for both: K = [[3, 1], [1, 3]].
        Naswot.Of(one).Should().BeApproximately(Math.Log(8), 1e-6);
    }

    [Fact]
    public void Gradients_that_are_all_alike_have_one_eigenvalue_and_those_that_are_not_correlated_only_ones()
    {
        var alike = torch.tensor(new double[,] { { 1, 2, 3, 6 }, { 2, 4, 6, 12 }, { 3, 6, 9, 18 } });
        var apart = torch.tensor(new double[,] { { 1, -1, 0, 0 }, { 0, 0, 1, -1 } });
        static double Term(double value) => -(Math.Log(value + 1e-5) + (1 / (value + 1e-5)));

        JacobianCovariance.Score(alike).Should().BeApproximately(Term(3) + (2 * Term(0)), 1e-3);
        JacobianCovariance.Score(apart).Should().BeApproximately(2 * Term(1), 1e-9);
        JacobianCovariance.Score(torch.ones([2, 3])).Should().Be(double.NaN);
    }

    [Fact]
    public void The_jacobian_of_a_linear_network_is_the_same_for_all_images()
    {
        var spec = NetworkSpec.From(new FeatureShape(3, 1, 1)).Linear("l", 2).Build();
        var one = Case(spec, _ => { }, Images(4, 3).reshape(4, 3, 1, 1), [0, 1, 0, 1]);
        static double Term(double value) => -(Math.Log(value + 1e-5) + (1 / (value + 1e-5)));

        JacobianCovariance.Of(one).Should().BeApproximately(Term(4) + (3 * Term(0)), 1e-2);
    }

    [Fact]
    public void The_estimator_measures_what_it_is_asked_for_the_same_each_time_and_trains_nothing()
    {
        using var estimator = EstimatorFixture.Create<ZeroCostEstimator>("zero-cost", new { BatchSize = 8 });
        using var few = EstimatorFixture.Create<ZeroCostEstimator>("zero-cost", new { BatchSize = 8, Proxies = "naswot+synflow" });

        var first = estimator.Run(EstimatorFixture.Trial());

        first.Metrics.Keys.Should().Equal("fisher", "grad_norm", "grasp", "jacob_cov", "naswot", "snip", "synflow");
        estimator.Run(EstimatorFixture.Trial()).Metrics.Should().Equal(first.Metrics);
        few.Run(EstimatorFixture.Trial()).Metrics.Should().Equal(first.Metrics.Where(pair => pair.Key is "naswot" or "synflow"));
    }

    [Theory]
    [InlineData("""{"proxies":"naswott"}""", "The zero-cost proxy 'naswott' is not known: did you mean 'naswot'?*")]
    [InlineData("""{"batchSize":"4000"}""", "Estimator 'zero-cost' looks at 4000 training images, and the data has *; give a batchSize of at most *.")]
    public void What_it_cannot_do_is_said(string json, string message)
    {
        var options = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
        var bag = options.Aggregate(OptionBag.Empty, (all, pair) => all.With(pair.Key, pair.Value));

        FluentActions.Invoking(() => Parts.BuiltIn.Create<IEstimator, EstimatorSetup>(new ComponentSpec("zero-cost", bag), EstimatorFixture.Setup()))
            .Should().Throw<InputException>().WithMessage(message);
    }

    public static TheoryData<Trial> OfOtherWeightsOrSize => new()
    {
        new Trial(EstimatorFixture.Space.All().First(), Fidelity.Full) { Weights = new InheritedWeights(0) },
        new Trial(EstimatorFixture.Space.All().First(), Fidelity.Full) { Weights = new SlicedWeights() },
        new Trial(EstimatorFixture.Space.All().First(), Fidelity.Full with { Resolution = 4 }),
    };

    [Theory]
    [MemberData(nameof(OfOtherWeightsOrSize))]
    public void Weights_that_are_not_fresh_and_another_size_of_images_are_refused_as_it_would_ignore_them(Trial trial)
    {
        using var estimator = EstimatorFixture.Create<ZeroCostEstimator>("zero-cost", new { BatchSize = 20 });

        FluentActions.Invoking(() => estimator.Run(new Candidate(7, trial))).Should().Throw<InputException>().WithMessage(
            "*looks at fresh networks at the images' own size, and the strategy wants candidate 7 otherwise*");
    }

    [Fact]
    public void A_step_of_a_supernet_is_refused_with_the_estimator_that_takes_it()
    {
        using var estimator = EstimatorFixture.Create<ZeroCostEstimator>("zero-cost", new { BatchSize = 20 });

        FluentActions.Invoking(() => estimator.Run(EstimatorFixture.Step(0))).Should().Throw<InputException>()
            .WithMessage("*use the estimator 'supernet' with it.");
    }

    private static torch.Tensor Images(int count, int pixels)
    {
        var side = (int)Math.Sqrt(pixels) is var root && root * root == pixels ? root : 0;
        var values = Enumerable.Range(0, count * pixels).Select(i => (float)Math.Sin(1 + i)).ToArray();
        return side > 0 ? torch.tensor(values).reshape(count, 1, side, side) : torch.tensor(values).reshape(count, pixels, 1, 1);
    }

    internal static ProxyCase Case(NetworkSpec spec, Action<SpecNetwork> set, torch.Tensor images, long[] labels) => new(
        spec,
        () =>
        {
            var network = new SpecNetwork(spec, seed: 3, trial: 0, torch.CPU);
            using var withoutGradients = torch.no_grad();
            set(network);
            return network;
        },
        new Batch(images, torch.tensor(labels)));
}
