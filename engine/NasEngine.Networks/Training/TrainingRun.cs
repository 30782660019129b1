using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// All that changes in a training: weights, momenta, running statistics, averages, the best weights so far and the sums of losses. It can
/// be written between two steps and read again: the training then goes on bit for bit.
/// </summary>
internal sealed class TrainingRun : IDisposable
{
    private const string Numbers = "numbers";
    private const string Momentum = "momentum/";
    private readonly SpecNetwork _network;

    /// <summary>Begins.</summary>
    /// <param name="network">What is trained.</param>
    /// <param name="sgd">Settings of the descent.</param>
    /// <param name="averaging">Decay of the average of weights; 0 for none.</param>
    /// <param name="stop">When it stops early; null for never. Stays the caller's.</param>
    public TrainingRun(SpecNetwork network, SgdSettings sgd, double averaging, EarlyStop? stop)
    {
        _network = network;
        Parameters = FlatParameters.Of(network);
        Optimiser = new Sgd(sgd, Parameters.Values);
        var statistics = network.named_buffers().Select(buffer => buffer.buffer).ToArray();
        Average = averaging > 0 ? new WeightAverage(averaging, Parameters.Values.All, statistics) : null;
        Current = [Parameters.Values.All, .. statistics];
        Stop = stop;
    }

    /// <summary>Weights and gradients.</summary>
    public FlatParameters Parameters { get; }

    /// <summary>The descent.</summary>
    public Sgd Optimiser { get; }

    /// <summary>The average of weights; null for none.</summary>
    public WeightAverage? Average { get; }

    /// <summary>When it stops early; null for never.</summary>
    public EarlyStop? Stop { get; }

    /// <summary>Weights and running statistics as they are.</summary>
    public torch.Tensor[] Current { get; }

    /// <summary>Steps done.</summary>
    public long Done { get; set; }

    /// <summary>Sum of the losses of the steps that the mean loss is of.</summary>
    public double Total { get; set; }

    /// <summary>Sum of the losses since the last epoch ended.</summary>
    public double OfEpoch { get; set; }

    /// <summary>Writes all of it.</summary>
    public void Save(Stream destination)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        double[] numbers = [Done, Total, OfEpoch, Average?.Steps ?? 0, .. Stop?.Numbers ?? []];
        Safetensors.Write(destination, [
            KeyValuePair.Create(Numbers, torch.tensor(numbers)),
            .. Named("current/", Current), .. Named("average/", Average?.Averages ?? []), .. Named("best/", Stop?.Best ?? []),
            .. Optimiser.Momenta.Select(pair => KeyValuePair.Create(Momentum + pair.Key, pair.Value))]);
    }

    /// <summary>Takes what <see cref="Save"/> wrote of the same training.</summary>
    /// <exception cref="Contracts.InputException">It is damaged, or of another training.</exception>
    public void Restore(Stream source)
    {
        var tensors = Safetensors.Read(source, "a training that was interrupted");
        using var withoutGradients = torch.no_grad();
        try
        {
            var numbers = tensors[Numbers].data<double>().ToArray();
            (Done, Total, OfEpoch) = ((long)numbers[0], numbers[1], numbers[2]);
            Copy(tensors, "current/", Current);
            if (Average is not null)
            {
                Average.Steps = (long)numbers[3];
                Copy(tensors, "average/", Average.Averages);
            }

            if (Stop is not null)
            {
                Stop.Restore(numbers[4..], Current);
                Copy(tensors, "best/", Stop.Best);
            }

            foreach (var (name, momentum) in tensors.Where(pair => pair.Key.StartsWith(Momentum, StringComparison.Ordinal)))
            {
                Optimiser.Restore(name[Momentum.Length..], momentum);
            }
        }
        finally
        {
            foreach (var tensor in tensors.Values)
            {
                tensor.Dispose();
            }
        }
    }

    /// <summary>Makes the network what it ends as: the best there was, or the average, or the last.</summary>
    public void Finish()
    {
        Average?.Put();
        Stop?.Put(Current);
        _network.train();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Average?.Dispose();
        Optimiser.Dispose();
        Parameters.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, torch.Tensor>> Named(string prefix, IReadOnlyList<torch.Tensor> tensors) =>
        tensors.Select((tensor, place) => KeyValuePair.Create(FormattableString.Invariant($"{prefix}{place}"), tensor));

    private static void Copy(
        IReadOnlyDictionary<string, torch.Tensor> from, string prefix, IReadOnlyList<torch.Tensor> to)
    {
        foreach (var (name, tensor) in Named(prefix, to))
        {
            tensor.copy_(from[name]);
        }
    }
}
