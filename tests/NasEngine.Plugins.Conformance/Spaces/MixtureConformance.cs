using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in a space that describes mixtures. A plugin's tests derive from it, name the space at a small
/// scale, and pass.
/// </summary>
public abstract class MixtureConformance
{
    private const int Images = 4;

    /// <summary>Architectures drawn for each check.</summary>
    protected virtual int Draws => 6;

    /// <summary>
    /// The largest difference of logits between the mixture that is one architecture and its own path. 0 is right where
    /// choices are operations. Masked channels add zeros to sums, which changes their order and so the last bits.
    /// </summary>
    protected virtual double Tolerance => 0;

    /// <summary>The space, made anew.</summary>
    protected abstract IMixtureSpace Create();

    [Fact]
    public void The_weights_of_the_mixture_are_the_shared_weights()
    {
        var space = Create();
        var mixture = space.DescribeMixture();
        mixture.Weights.Select(weight => weight.ToString()).Order(StringComparer.Ordinal)
            .Should().Equal(SupernetWeights.Of(space).Select(weight => weight.ToString()).Order(StringComparer.Ordinal));
        mixture.Parameters.Should().Be(SupernetWeights.Of(space).Sum(weight => weight.Count));
    }

    [Fact]
    public void The_mixture_asks_for_every_relaxed_decision_with_its_number_of_choices()
    {
        var space = Create();
        var asked = space.DescribeMixture().Nodes.Select(node => node.Operation).OfType<MixtureOperation>()
            .SelectMany(operation => operation.Selection.Decisions.Zip(operation.Selection.Counts)).Distinct();
        asked.Should().BeEquivalentTo(space.Relaxed.Decisions.Select(decision => (decision.Name, decision.Count)));
        space.Relaxed.Id.Should().Be(space.Decisions.Id);
    }

    [Fact]
    public void The_mixture_that_is_one_architecture_computes_what_its_path_does()
    {
        var space = Create();
        using var scope = torch.NewDisposeScope();
        using var supernet = Supernet(space);
        using var batch = Batch(space);
        foreach (var architecture in Sample(space))
        {
            var outputs = new List<float[]>();
            Route[] routes = [architecture, space.Mixture(architecture)];
            supernet.Run(
                [.. routes.Select(route => new Pass(route, batch, PassGradients.None))],
                (_, result) => outputs.Add(result.Logits.data<float>().ToArray()),
                default);
            outputs[0].Zip(outputs[1]).Max(two => Math.Abs((double)two.First - two.Second)).Should().BeLessThanOrEqualTo(Tolerance, architecture.Key);
        }
    }

    [Fact]
    public void The_mixture_that_is_one_architecture_touches_no_other_weights()
    {
        var space = Create();
        var mixture = space.DescribeMixture();
        foreach (var architecture in Sample(space))
        {
            mixture.Keep(space.Mixture(architecture)).Weights.Select(weight => weight.Name)
                .Should().BeSubsetOf(space.Describe(architecture).Weights.Select(weight => weight.Name));
        }
    }

    [Fact]
    public void A_mixture_of_every_choice_has_a_gradient_for_each_of_them()
    {
        var space = Create();
        using var scope = torch.NewDisposeScope();
        using var supernet = Supernet(space);
        using var batch = Batch(space);
        var mixture = space.Relaxed.Decisions.Aggregate(Mixture.Of(space.Decisions.Id), (one, decision) =>
            one.With(decision.Name, [.. Enumerable.Repeat(1.0 / decision.Count, decision.Count)]));
        supernet.Run([new Pass(mixture, batch, PassGradients.Weights | PassGradients.Choices)], (_, result) =>
        {
            result.Choices.Select(pair => (pair.Key, pair.Value.Length))
                .Should().BeEquivalentTo(space.Relaxed.Decisions.Select(decision => (decision.Name, decision.Count)));
            result.Choices.Values.Should().OnlyContain(gradient => gradient.Any(value => value != 0) && gradient.All(double.IsFinite));
        }, default);
    }

    [Fact]
    public void The_architecture_that_one_choice_per_decision_favours_is_that_architecture()
    {
        var space = Create();
        foreach (var architecture in Sample(space))
        {
            space.Discretise(Dense(space, space.Mixture(architecture))).Should().Be(architecture);
        }
    }

    [Fact]
    public void A_mixture_is_read_back_from_JSON()
    {
        var mixture = Create().DescribeMixture();
        using var json = new MemoryStream();
        NetworkJson.Write(mixture, json);
        json.Position = 0;
        NetworkJson.Read(json).Should().Be(mixture);
    }

    /// <summary>Architectures drawn from a fixed seed.</summary>
    protected virtual IEnumerable<Architecture> Sample(ISearchSpace space) =>
        Enumerable.Range(0, Draws).Select(i => space.Decisions.Sample(RandomSource.For(2, i, "conformance")));

    /// <summary>A supernet whose every weight is random, so that no bias or scale hides a mistake.</summary>
    private static Supernet Supernet(INetworkSpace space)
    {
        var supernet = new Supernet(space, seed: 1, torch.CPU, threads: 1);
        using var generator = new torch.Generator(1);
        foreach (var tensor in supernet.Weights.Tensors.Values.Where(tensor => tensor.dim() == 1))
        {
            using var noise = torch.empty(tensor.shape).normal_(0, 0.3, generator);
            tensor.Add_(noise);
        }

        return supernet;
    }

    private static Batch Batch(INetworkSpace space)
    {
        using var generator = new torch.Generator(2);
        var pixels = torch.empty([Images, space.Input.Channels, space.Input.Height, space.Input.Width]).normal_(0, 1, generator);
        return new Batch(pixels, torch.tensor([.. Enumerable.Range(0, Images).Select(image => (long)(image % space.Classes))]));
    }

    /// <summary>A weight for every choice of every decision: 0 where the mixture has none.</summary>
    private static Dictionary<string, ImmutableArray<double>> Dense(IRelaxedSpace space, Mixture mixture) =>
        space.Relaxed.Decisions.ToDictionary(decision => decision.Name, decision =>
        {
            var weights = new double[decision.Count];
            foreach (var (choice, weight) in mixture.Decisions.GetValueOrDefault(decision.Name, []))
            {
                weights[choice] = weight;
            }

            return ImmutableArray.Create(weights);
        });
}
