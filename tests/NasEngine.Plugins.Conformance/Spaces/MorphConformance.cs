using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in a space of networks that grow. A plugin's tests derive from it, name the space at a small scale, and
/// pass.
/// </summary>
public abstract class MorphConformance
{
    private const int Parents = 100;
    private const int Children = 10;
    private const int MostChanges = 5;
    private const int Images = 2;

    /// <summary>The largest difference of logits, which are of about 1, between a network and what it grew into.</summary>
    protected virtual double Tolerance => 1e-4;

    /// <summary>The space, made anew.</summary>
    protected abstract IMorphSpace Create();

    [Fact]
    public void Morphs_are_architectures_of_the_space_canonical_all_different_and_costlier()
    {
        var space = Create();
        for (var draw = 0; draw < 20; draw++)
        {
            var parent = space.Canonical(space.Decisions.Sample(Random(draw, "parent")));
            var morphs = space.Morphs(parent);
            morphs.Should().OnlyHaveUniqueItems();
            morphs.Should().OnlyContain(morph => space.Decisions.Holds(morph) && space.Canonical(morph).Equals(morph));
            morphs.Should().OnlyContain(morph => space.Cost(morph).Parameters > space.Cost(parent).Parameters);
        }
    }

    [Fact]
    public void The_smallest_network_grows_and_the_largest_does_not()
    {
        var space = Create();
        var architecture = space.Canonical(space.Decisions.Architecture(new int[space.Decisions.Decisions.Length]));
        space.Morphs(architecture).Should().NotBeEmpty();
        for (var change = 0; space.Morphs(architecture) is { IsEmpty: false } morphs; change++)
        {
            architecture = morphs[Random(change, "change").NextInt(morphs.Length)];
            change.Should().BeLessThan(10_000);
        }
    }

    [Fact]
    public void A_thousand_random_morphs_compute_what_their_networks_computed()
    {
        var space = Create();
        for (var draw = 0; draw < Parents; draw++)
        {
            using var scope = torch.NewDisposeScope();
            var (architecture, network) = Parent(space, draw);
            network.eval();
            var images = Batch(space, draw, Images);
            var before = Logits(network, images);
            before.Max().Should().NotBe(before.Min());
            for (var child = 0; child < Children; child++)
            {
                var grown = Grow(space, network, Descendant(space, architecture, Random(draw, $"child {child}")), draw);
                grown.Network.eval();
                Difference(Logits(grown.Network, images), before).Should().BeLessThan(Tolerance);
            }
        }
    }

    [Fact]
    public void A_settled_network_computes_in_training_too_what_its_network_computed()
    {
        var space = Create();
        for (var draw = 0; draw < 20; draw++)
        {
            using var scope = torch.NewDisposeScope();
            var (architecture, network) = Parent(space, draw);
            var images = Batch(space, draw, 64);
            var grown = Grow(space, network, Descendant(space, architecture, Random(draw, "child")), draw);
            network.Recalibrate([images.clone()]);
            network.train();
            var before = Logits(network, images);

            // The statistics of the parent are those of the batch, as they are in training.
            var copies = new UnitCopies(1, draw, 0.1);
            var child = GrownNetwork.Of(network.state_dict(), grown.Network.Spec, space.BeginningOf, copies, torch.CPU);
            child.Settle(images);
            child.Network.train();
            Difference(Logits(child.Network, images), before).Should().BeLessThan(0.02 * before.Max(Math.Abs));
        }
    }

    private static GrownNetwork Grow(IMorphSpace space, SpecNetwork network, Architecture architecture, long trial) => GrownNetwork.Of(
        network.state_dict(), space.Describe(architecture), space.BeginningOf, new UnitCopies(1, trial, 0.1), torch.CPU);

    private static Architecture Descendant(IMorphSpace space, Architecture architecture, RandomSource random)
    {
        for (var change = random.NextInt(MostChanges); change >= 0 && space.Morphs(architecture) is { IsEmpty: false } morphs; change--)
        {
            architecture = morphs[random.NextInt(morphs.Length)];
        }

        return architecture;
    }

    /// <summary>A network whose scales, shifts and statistics differ from channel to channel.</summary>
    private static (Architecture Architecture, SpecNetwork Network) Parent(IMorphSpace space, long draw)
    {
        var architecture = space.Canonical(space.Decisions.Sample(Random(draw, "parent")));
        var network = new SpecNetwork(space.Describe(architecture), 1, draw, torch.CPU);
        using var withoutGradients = torch.no_grad();
        using var generator = new torch.Generator((ulong)draw);
        foreach (var (name, tensor) in network.state_dict().Where(pair => pair.Value.shape.Length == 1))
        {
            var isPositive = name.EndsWith(".weight", StringComparison.Ordinal) || name.EndsWith("running_var", StringComparison.Ordinal);
            tensor.uniform_(isPositive ? 0.5 : -0.5, isPositive ? 1.5 : 0.5, generator);
        }

        return (architecture, network);
    }

    private static torch.Tensor Batch(IMorphSpace space, long draw, int images)
    {
        using var generator = new torch.Generator((ulong)(draw + 1000));
        return torch.empty([images, space.Input.Channels, space.Input.Height, space.Input.Width]).normal_(0, 1, generator);
    }

    private static float[] Logits(SpecNetwork network, torch.Tensor images)
    {
        using var withoutGradients = torch.no_grad();
        using var logits = network.forward(images);
        return logits.data<float>().ToArray();
    }

    private static double Difference(float[] one, float[] other) => one.Zip(other).Max(pair => Math.Abs(pair.First - pair.Second));

    private static RandomSource Random(long draw, string purpose) => RandomSource.For(6, draw, purpose);
}
