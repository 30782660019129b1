using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// A network that holds every architecture of a space. A route runs only its own operations, on parts of the shared
/// weights, with batch norms on the statistics of its own batch.
/// </summary>
public sealed class Supernet : IDisposable
{
    private readonly INetworkSpace _space;
    private readonly Lazy<NetworkSpec> _mixture;
    private readonly PathThreads _threads;
    private readonly IHelpers _helpers;

    /// <summary>A supernet with first weights drawn from the seed.</summary>
    /// <param name="space">The space whose architectures it holds.</param>
    /// <param name="seed">The search's seed.</param>
    /// <param name="device">Where the weights live.</param>
    /// <param name="threads">Routes run side by side, at least 1; results do not depend on it.</param>
    /// <param name="helpers">Others that run some of the routes; null for none. Results do not depend on them.</param>
    public Supernet(INetworkSpace space, ulong seed, torch.Device device, int threads, IHelpers? helpers = null)
    {
        (_space, _helpers) = (space, helpers ?? NoHelpers.Instance);
        _mixture = new Lazy<NetworkSpec>(() => (space as IMixtureSpace)?.DescribeMixture() ?? throw new InputException(
            $"Space '{space.Decisions.Id}' has paths only; a strategy that weighs choices needs a space with mixtures."));
        Weights = new SharedWeights(SupernetWeights.Of(space), seed, device);
        _threads = new PathThreads(threads);
    }

    /// <summary>The shared weights.</summary>
    public SharedWeights Weights { get; }

    /// <summary>The network that a route runs.</summary>
    /// <exception cref="InputException">It is of another space, or a mixture where the space has none.</exception>
    public NetworkSpec Describe(Route route) => route switch
    {
        Architecture path => _space.Describe(path),
        Mixture mixture => _mixture.Value.Keep(mixture),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Unknown route."),
    };

    /// <summary>
    /// Runs passes and hands each result to <paramref name="take"/> in the order of the passes, one at a time; it is disposed
    /// afterwards. At most one graph per thread is held at any time.
    /// </summary>
    /// <param name="passes">What to run.</param>
    /// <param name="take">Gets the number of the pass and its result.</param>
    /// <param name="cancellation">Looked at between passes.</param>
    public void Run(IReadOnlyList<Pass> passes, Action<int, PassResult> take, CancellationToken cancellation)
    {
        var shared = SharedPasses.Ask(passes, this, _helpers, cancellation);
        _threads.Run(passes.Count, number => shared?.ResultOf(number) ?? Compute(passes[number]), (number, result) =>
        {
            using (result)
            {
                take(number, result);
            }
        }, cancellation);
    }

    /// <summary>Runs routes on one batch with gradients by the shared weights; see <see cref="Run"/>.</summary>
    public void Backward(IEnumerable<Route> routes, Batch batch, Action<int, PassResult> take, CancellationToken cancellation) =>
        Run([.. routes.Select(route => new Pass(route, batch, PassGradients.Weights))], take, cancellation);

    /// <summary>Runs routes forward on one batch: their scores in order.</summary>
    public ImmutableArray<ClassificationScore> Score(IEnumerable<Route> routes, Batch batch, CancellationToken cancellation)
    {
        var scores = ImmutableArray.CreateBuilder<ClassificationScore>();
        Run(
            [.. routes.Select(route => new Pass(route, batch, PassGradients.None))],
            (_, result) => scores.Add(NetworkEvaluator.Of(result.Logits, batch)),
            cancellation);
        return scores.ToImmutable();
    }

    /// <summary>
    /// A network of its own with a copy of the path's weights. Its running statistics are those of a new network until
    /// <see cref="SpecNetwork.Recalibrate"/>.
    /// </summary>
    public SpecNetwork Extract(Architecture path) => new(_space.Describe(path), Copy, Weights.Device);

    /// <summary>
    /// A network with a copy of the path's weights, its running statistics taken from some batches of images; each is disposed.
    /// </summary>
    public SpecNetwork Slice(Architecture path, IEnumerable<torch.Tensor> images)
    {
        var network = Extract(path);
        _threads.Run(1, _ =>
        {
            network.Recalibrate(images);
            return network;
        }, (_, _) => { }, CancellationToken.None);
        return network;
    }

    /// <summary>Scores a slice, in evaluation mode, on batches side by side; each batch is disposed after use.</summary>
    internal ClassificationScore Score(SpecNetwork slice, IReadOnlyList<Func<Batch>> batches, CancellationToken cancellation)
    {
        slice.eval();
        var sum = new ScoreSum();
        _threads.Run(
            batches.Count,
            number =>
            {
                using var batch = batches[number]();
                return (Score: NetworkEvaluator.Of(slice, batch), batch.Count);
            },
            (_, part) => sum.Add(part.Score, part.Count),
            cancellation);
        return sum.Mean;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _threads.Dispose();
        Weights.Dispose();
    }

    private PassResult Compute(Pass pass)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = pass.Gradients == PassGradients.None ? torch.no_grad() : null;
        var network = Describe(pass.Route);
        var weights = new RouteWeights(network, pass, Weights);
        var logits = new NetworkPlan(network).Run(pass.Batch.Images, weights);
        var loss = pass.Loss?.Invoke(logits) ?? torch.nn.functional.cross_entropy(logits, pass.Answers ?? pass.Batch.Labels);
        if (loss.requires_grad)
        {
            loss.backward();
        }

        return new PassResult(
            scope.Detach(logits.detach()), loss.Number(), weights.WeightGradients(scope), weights.ChoiceGradients());
    }

    private torch.Tensor Copy(Weight weight)
    {
        using var part = Weights.Part(weight);
        return part.clone().DetachFromDisposeScope();
    }
}
