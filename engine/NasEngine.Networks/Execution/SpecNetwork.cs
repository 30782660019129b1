using TorchSharp;
using TorchSharp.Modules;

namespace NasEngine.Networks;

/// <summary>
/// A network of its own: the names of its parameters are the weight names of its description, those of its buffers are
/// <c>KEY.running_mean</c> and <c>KEY.running_var</c> of each batch norm.
/// </summary>
public sealed class SpecNetwork : torch.nn.Module<torch.Tensor, torch.Tensor>, IWeightSource
{
    private readonly NetworkPlan _plan;
    private readonly Dictionary<string, Parameter> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (torch.Tensor Mean, torch.Tensor Variance)> _statistics = new(StringComparer.Ordinal);
    private string? _observed;

    /// <summary>A network with first values drawn from (seed, trial).</summary>
    /// <param name="spec">What it computes.</param>
    /// <param name="seed">The search's seed.</param>
    /// <param name="trial">Number of the candidate it is trained for.</param>
    /// <param name="device">Where it lives.</param>
    public SpecNetwork(NetworkSpec spec, ulong seed, long trial, torch.Device device)
        : this(spec, weight => ParameterInitialiser.Create(weight, seed, trial, device), device)
    {
    }

    /// <summary>A network whose tensors <paramref name="values"/> makes; it takes them over.</summary>
    internal SpecNetwork(NetworkSpec spec, Func<Weight, torch.Tensor> values, torch.Device device)
        : base(nameof(SpecNetwork))
    {
        _plan = new NetworkPlan(spec);
        foreach (var weight in spec.Weights)
        {
            var parameter = torch.nn.Parameter(values(weight));
            _byName.Add(weight.Name, parameter);
            register_parameter(weight.Name, parameter);
        }

        foreach (var norm in spec.Nodes.Select(node => node.Operation).OfType<BatchNorm>().DistinctBy(norm => norm.Key))
        {
            var mean = torch.zeros([norm.Channels], torch.ScalarType.Float32, device).DetachFromDisposeScope();
            var variance = torch.ones([norm.Channels], torch.ScalarType.Float32, device).DetachFromDisposeScope();
            _statistics.Add(norm.Key, (mean, variance));
            register_buffer(norm.Key + ".running_mean", mean);
            register_buffer(norm.Key + ".running_var", variance);
        }
    }

    /// <summary>What it computes.</summary>
    public NetworkSpec Spec => _plan.Spec;

    /// <summary>Its parameters by name, in the order of its description.</summary>
    public IReadOnlyDictionary<string, Parameter> Weights => _byName;

    /// <summary>Share of a batch in the running statistics when training; null for what each batch norm says.</summary>
    public double? StatisticsMomentum { get; set; }

    /// <summary>
    /// A shorter type that convolutions, linear layers and what lies between them compute in while it trains; null for float32. It is
    /// evaluated in float32, and gives float32.
    /// </summary>
    internal torch.ScalarType? TrainingType { get; set; }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) => Run(input, null);

    /// <summary>The same, telling what each node computes; see <see cref="NetworkPlan.Run"/>.</summary>
    internal torch.Tensor Run(torch.Tensor images, Action<Node, torch.Tensor>? seen)
    {
        var reduced = training && TrainingType is { } type ? new ReducedWeights(this, Spec, type) : null;
        var output = _plan.Run(images, reduced ?? (IWeightSource)this, seen is null ? null : (node, map) =>
        {
            seen(node, reduced is null ? map : map.to(torch.ScalarType.Float32));
            return map;
        });
        if (reduced is null)
        {
            return output;
        }

        using (output)
        {
            return output.to(torch.ScalarType.Float32);
        }
    }

    /// <summary>
    /// Computes the running statistics anew: the mean over the batches of mean and variance. For a network whose weights
    /// come from a supernet, which keeps no statistics.
    /// </summary>
    /// <param name="batches">Images, batch × C × H × W; at least one batch. Each is disposed after use.</param>
    public void Recalibrate(IEnumerable<torch.Tensor> batches)
    {
        var trained = training;
        train();
        using (torch.no_grad())
        {
            var seen = 0;
            foreach (var images in batches)
            {
                StatisticsMomentum = 1.0 / ++seen;
                using (images)
                {
                    forward(images).Dispose();
                }
            }
        }

        StatisticsMomentum = null;
        train(trained);
    }

    /// <summary>
    /// Makes a batch norm hand on what it reads, in training as in evaluation: its statistics become those of the images, its scale and
    /// shift undo them (Net2Net, arXiv 1511.05641, section 2.2). Nothing else changes.
    /// </summary>
    /// <param name="norm">One of its batch norms, with scale and shift.</param>
    /// <param name="images">Images, batch × C × H × W; not disposed.</param>
    internal void Undo(BatchNorm norm, torch.Tensor images)
    {
        var trained = training;
        eval();
        using (torch.no_grad())
        {
            _observed = norm.Key;
            forward(images).Dispose();
            _observed = null;
            var (mean, variance) = _statistics[norm.Key];
            using var room = variance.clone();
            using var scale = room.Add_(norm.Epsilon).sqrt();
            _byName[norm.Key + ".weight"].copy_(scale);
            _byName[norm.Key + ".bias"].copy_(mean);
        }

        train(trained);
    }

    torch.Tensor IWeightSource.Weight(Weight weight) => _byName[weight.Name];

    RunningStatistics? IWeightSource.Statistics(BatchNorm norm)
    {
        var (mean, variance) = _statistics[norm.Key];
        return new RunningStatistics(
            mean, variance, norm.Key == _observed ? 1 : training ? StatisticsMomentum ?? norm.Momentum : null);
    }
}
