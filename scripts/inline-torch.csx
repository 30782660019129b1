// A space of networks and a training loop of one's own in one file, with the engine's networks and TorchSharp, on Fashion-MNIST; a minute.
#r "NasEngine.Networks"
#r "TorchSharp"
using NasEngine.Networks;
using TorchSharp; using static TorchSharp.torch;

var trials = Parameter("trials", 8, "networks to try", min: 1);
var steps = Parameter("steps", 150, "training steps of each network", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

class Towers(int stages) : ChainSpace(Choices(stages), ImageTask.Mini, [.. Enumerable.Range(0, stages).Select(Stage), Head])
{
    static readonly int[] Widths = [4, 8, 16, 32];
    static DecisionSpace Choices(int stages) => new("towers", Enumerable.Range(0, stages)
        .Select(stage => new Decision($"width {stage}", [.. Widths.Select(width => $"c{width}")]) { Ordered = true }));
    static ChainSegment Stage(int stage) => new([stage], (map, chosen) =>
        map.At($"stage{stage}").ConvBn("conv", Widths[chosen[stage]], 3, ActivationKind.Relu, stride: 2));
    static ChainSegment Head => new([], (map, _) => map.At("head").Linear("classifier", ImageTask.Mini.Classes));
}

class Loop(EstimatorSetup setup, int steps) : IEstimator
{
    static readonly Scalar Rate = -0.1;
    readonly LabelledImages data = setup.Data!.Train;
    SpecNetwork? network;
    int Trained => data.Count - data.Count / 10; // The last tenth validates; the test images are not looked at.
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        set_num_threads(setup.Threads);
        var described = ((INetworkSpace)setup.Space).Describe(((Trial)candidate.Work).Architecture);
        Dispose();
        network = new SpecNetwork(described, setup.Seed, candidate.Number, device(setup.Device));
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope(); // The tensors of a step go with it, and none before its end.
            var random = RandomSource.For(setup.Seed, step, "batch");
            Loss([.. Enumerable.Range(0, 64).Select(_ => random.NextInt(Trained))]).backward();
            using (no_grad()) foreach (var weight in network.parameters()) { weight.add_(weight.grad!, Rate); weight.grad!.zero_(); }
            progress.Report("training", step + 1, steps);
        }
    }
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope(); using var quiet = no_grad();
        network!.eval();
        return new Measurement().With("val_loss", Loss([.. Enumerable.Range(Trained, data.Count - Trained)]).item<float>());
    }
    Tensor Loss(int[] which)
    {
        var (size, side, to) = (data.Shape.Size, data.Shape.Width, device(setup.Device));
        var pixels = which.SelectMany(i => data.Pixels.Slice(i * size, size).ToArray(), (_, pixel) => pixel / 255f).ToArray();
        var labels = which.Select(i => (long)data.Labels.Span[i]).ToArray();
        return nn.functional.cross_entropy(network!.forward(tensor(pixels, device: to).reshape(-1, 1, side, side)), tensor(labels, device: to));
    }
    public void Dispose() => network?.Dispose();
}

var result = await Search($"inline-torch-{seed}").Data(Data.FashionMnist()).Space(() => new Towers(stages: 3)).Strategy("random")
    .Estimator<Loop>(new { Steps = steps }).Objective(Minimize.Loss().Against(Macs())).Budget(trials: trials).Seed(seed).RunAsync();
result.Print();
