using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks.Tests.Execution;
using NasEngine.Networks.Tests.Supernets;
using TorchSharp;

namespace NasEngine.Networks.Tests.Mixtures;

/// <summary>Mixtures against finite differences of an independent implementation in double precision.</summary>
public sealed class MixtureGradientTests : IDisposable
{
    private const double Step = 1e-5;

    private static readonly ToySpace Space = new(side: 4, widest: 8);

    private static readonly Mixture Soft = Mixture.Of("toy")
        .With("width", [0.2, 0.5, 0.3]).With("operation", [0.6, 0.3, 0.1]).With("shortcut", [0.25, 0.75]);

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 1);
    private readonly Batch _batch = ToyBatches.Of(6, Space);

    public void Dispose()
    {
        _supernet.Dispose();
        _scope.Dispose();
    }

    public static TheoryData<string> Mixtures => ["soft", "discrete", "with a choice of weight 0", "some choices out of order"];

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void The_loss_and_both_gradients_are_those_of_the_independent_implementation(string kind)
    {
        var mixture = kind switch
        {
            "soft" => Soft,
            "discrete" => Mixture.Of("toy").With("width", 1).With("operation", 2).With("shortcut", 0),
            "with a choice of weight 0" => Soft.With("operation", [1, 0, 0]).With("width", [0, 1, 0]),
            _ => Soft.With("operation", [new ChoiceWeight(2, 0.7), new ChoiceWeight(0, -0.2)]),
        };
        var naive = new Naive(_supernet, _batch, mixture);
        _supernet.Run([new Pass(mixture, _batch, PassGradients.Weights | PassGradients.Choices)], (_, result) =>
        {
            result.Loss.Should().BeApproximately(naive.Loss(), 1e-5);
            result.Choices.Keys.Should().Equal("operation", "shortcut", "width");
            foreach (var (decision, gradient) in result.Choices)
            {
                gradient.Should().HaveSameCount(mixture.Decisions[decision]);
                for (var i = 0; i < gradient.Length; i++)
                {
                    gradient[i].Should().BeApproximately(naive.Slope("choices of " + decision, i), 2e-5, $"{decision}[{i}]");
                }
            }

            foreach (var (weight, value) in result.Weights)
            {
                foreach (var i in new[] { 0, weight.Count / 2, weight.Count - 1 })
                {
                    ((double)value.flatten()[i].item<float>()).Should().BeApproximately(naive.Slope(weight.Name, (int)i), 2e-5, $"{weight}[{i}]");
                }
            }
        }, default);
    }

    [Fact]
    public void One_choice_of_weight_1_gives_the_bits_of_the_path_and_of_its_gradients()
    {
        foreach (var path in Space.All().Where(path => path.Values[0] == 2))
        {
            var results = new List<(byte[] Logits, SortedDictionary<string, byte[]> Gradients)>();
            Route[] routes = [path, ((IRelaxedSpace)Space).Mixture(path)];
            _supernet.Backward(routes, _batch, (_, result) => results.Add((
                Bits.Of(result.Logits), new(result.Weights.ToDictionary(one => one.Weight.Name, one => Bits.Of(one.Gradient)), StringComparer.Ordinal))), default);

            results[1].Logits.Should().Equal(results[0].Logits);
            results[1].Gradients.Should().BeEquivalentTo(results[0].Gradients);
        }
    }

    [Fact]
    public void Masked_channels_give_what_the_sliced_network_gives()
    {
        foreach (var path in Space.All())
        {
            var logits = new List<float[]>();
            Route[] routes = [path, ((IRelaxedSpace)Space).Mixture(path)];
            _supernet.Backward(routes, _batch, (_, result) => logits.Add(result.Logits.data<float>().ToArray()), default);
            logits[0].Zip(logits[1]).Max(two => Math.Abs(two.First - two.Second)).Should().BeLessThan(2e-6f);
        }
    }

    [Fact]
    public void A_choice_that_is_not_listed_has_no_gradient_and_touches_no_weights() =>
        _supernet.Run([new Pass(Soft.With("operation", 1), _batch, PassGradients.Weights | PassGradients.Choices)], (_, result) =>
        {
            result.Choices["operation"].Should().ContainSingle();
            result.Weights.Select(one => one.Weight.Name).Where(name => name.StartsWith("block", StringComparison.Ordinal))
                .Should().Equal("block.op1.weight", "block.op1.bn.weight", "block.op1.bn.bias");
        }, default);

    [Fact]
    public void Without_gradients_by_choices_none_are_given() =>
        _supernet.Backward([Soft], _batch, (_, result) => result.Choices.Should().BeEmpty(), default);

    [Fact]
    public void A_space_of_paths_only_refuses_a_mixture_by_name()
    {
        using var supernet = new Supernet(new PathSpace(Space), seed: 1, torch.CPU, threads: 1);
        supernet.Invoking(it => it.Describe(Soft)).Should().Throw<InputException>()
            .WithMessage("Space 'toy' has paths only; a strategy that weighs choices needs a space with mixtures.");
    }

    /// <summary>Loss and slopes by the naive implementation.</summary>
    private sealed class Naive
    {
        private readonly NetworkSpec _network;
        private readonly NaiveMap _images;
        private readonly long[] _labels;
        private readonly Dictionary<string, double[]> _values;

        public Naive(Supernet supernet, Batch batch, Mixture mixture)
        {
            _network = supernet.Describe(mixture);
            _images = new NaiveMap((int)batch.Count, _network.Input);
            batch.Images.data<float>().Select(value => (double)value).ToArray().CopyTo(_images.Values, 0);
            _labels = batch.Labels.data<long>().ToArray();
            _values = supernet.Weights.Tensors.ToDictionary(pair => pair.Key, pair => pair.Value.data<float>().Select(value => (double)value).ToArray());
            foreach (var (decision, listed) in mixture.Decisions)
            {
                _values.Add("choices of " + decision, [.. listed.Select(one => one.Weight)]);
            }
        }

        public double Loss() => NaiveNetwork.Loss(NaiveNetwork.Run(_network, _images, key => _values[key]), _labels);

        public double Slope(string name, int place)
        {
            var at = _values[name][place];
            _values[name][place] = at + Step;
            var above = Loss();
            _values[name][place] = at - Step;
            var below = Loss();
            _values[name][place] = at;
            return (above - below) / (2 * Step);
        }
    }

    /// <summary>A space without mixtures.</summary>
    private sealed class PathSpace(INetworkSpace inner) : INetworkSpace
    {
        public DecisionSpace Decisions => inner.Decisions;

        public ImmutableSortedDictionary<string, Architecture> References => inner.References;

        public FeatureShape Input => inner.Input;

        public int Classes => inner.Classes;

        public NetworkSpec Describe(Architecture architecture) => inner.Describe(architecture);

        public string Format(Architecture architecture) => inner.Format(architecture);

        public Architecture Parse(string text) => inner.Parse(text);

        public ArchitectureCost Cost(Architecture architecture) => inner.Cost(architecture);
    }
}
