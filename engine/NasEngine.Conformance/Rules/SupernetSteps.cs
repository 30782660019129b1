using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp;

namespace NasEngine.Plugins.Conformance;

/// <summary>A supernet of <see cref="ToyNetworks"/> that a rule trains, a step at a time, each on a batch of its own.</summary>
public sealed class SupernetSteps : IDisposable
{
    private const ulong Seed = 3;
    private const int Images = 6;

    private readonly ToyNetworks _space = new();
    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet;
    private readonly Sgd _optimiser;
    private readonly ISupernetRule _rule;

    /// <summary>Makes the rule, and weights that are the same every time.</summary>
    public SupernetSteps(Func<SupernetRuleSetup, ISupernetRule> rule)
    {
        _supernet = new Supernet(_space, Seed, torch.CPU, threads: 1);
        _optimiser = new Sgd(new SgdSettings(LearningRate: 0.1, Momentum: 0.9, WeightDecay: 0, Clip: 0), _supernet.Weights.Flat);
        _rule = rule(new SupernetRuleSetup(_space, torch.CPU, Seed));
    }

    /// <summary>All shared weights.</summary>
    public float[] Weights => _supernet.Weights.Flat.All.data<float>().ToArray();

    /// <summary>Two paths of the supernet: its largest, and its smallest.</summary>
    public static ImmutableArray<Route> Routes { get; } =
        [new ToyNetworks().Decisions.Architecture([1, 1, 1, 1]), new ToyNetworks().Decisions.Architecture([0, 0, 0, 0])];

    /// <summary>Does a step.</summary>
    /// <param name="number">Its number, which its batch and its random numbers come from.</param>
    /// <param name="train">What it trains.</param>
    /// <param name="spoilt">Whether the images are not numbers.</param>
    public Measurement Train(long number, ImmutableArray<Route> train, bool spoilt = false) => _rule.Train(
        new SupernetStepContext(
            _supernet, number, new SupernetStep("rule", train, train.IsEmpty ? Routes : [], SupernetStep.NoSettings),
            Batch("train", number, spoilt), Batch("validate", number, spoilt), _optimiser, RateFactor: 1, Seed),
        CancellationToken.None);

    /// <summary>What the rule keeps between steps.</summary>
    public byte[] Save()
    {
        using var kept = new MemoryStream();
        using var writer = new BinaryWriter(kept);
        _rule.Save(writer);
        writer.Flush();
        return kept.ToArray();
    }

    /// <summary>Gives that to the rule of these, and the weights and momenta of others.</summary>
    /// <returns>The bytes that the rule left unread.</returns>
    public long Continue(SupernetSteps others)
    {
        using var kept = new BinaryReader(new MemoryStream(others.Save()));
        _rule.Restore(kept);
        using var untracked = torch.no_grad();
        _supernet.Weights.Flat.All.copy_(others._supernet.Weights.Flat.All);
        foreach (var (name, momentum) in others._optimiser.Momenta)
        {
            _optimiser.Restore(name, momentum);
        }

        return kept.BaseStream.Length - kept.BaseStream.Position;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rule.Dispose();
        _optimiser.Dispose();
        _supernet.Dispose();
        _scope.Dispose();
    }

    private Batch Batch(string purpose, long number, bool spoilt)
    {
        var random = RandomSource.For(Seed, number, purpose);
        var pixels = Enumerable.Range(0, (int)(Images * _space.Input.Count))
            .Select(_ => spoilt ? float.NaN : (float)random.NextGaussian()).ToArray();
        var labels = Enumerable.Range(0, Images).Select(_ => (long)random.NextInt(_space.Classes)).ToArray();
        return new Batch(
            torch.tensor(pixels, [Images, _space.Input.Channels, _space.Input.Height, _space.Input.Width]), torch.tensor(labels));
    }
}
