// How well does a supernet rank? A single-path supernet (arXiv 1904.00420) learns on Fashion-MNIST over the quickstart's cells, random slices
// of it are measured, and all of them are trained alone: Kendall's τ of the two orders (1 the same, 0 none, −1 reversed). Ten minutes.

var steps = Parameter("steps", 1300, "supernet steps", min: 1);
var slices = Parameter("slices", 30, "slices to measure, and networks to train alone", min: 2);
var epochs = Parameter("epochs", 2.0, "epochs of each network alone", min: 0.01);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"rank-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Strategy("single-path", new { Sampling = "feasible", Allowance = 0.9, Samples = 2, Population = slices, ValidationBatches = 25 })
    .Training(new { BatchSize = 96, ValidationBatchSize = 200, LearningRate = 0.3, Schedule = "one-cycle", HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(4.5e6)))
    .Budget(steps: steps, trials: slices)
    .Final(epochs: epochs, count: slices)
    .Seed(seed)
    .RunAsync();

result.Print();

var alone = result.Found;
var pairs = from one in alone from other in alone where one.PlaceInSearch < other.PlaceInSearch select (one, other);
var agreed = pairs.Select(pair => Math.Sign(pair.one.Metrics["val_accuracy"] - pair.other.Metrics["val_accuracy"])).ToArray();
if (agreed.Length > 0)
{
    Print($"Kendall's τ of slices and of networks trained alone, over {alone.Length}: {agreed.Average():0.00}");
}
