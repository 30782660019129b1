// How well does a cheap measurement rank? Networks of the quickstart's cells are measured cheaply, and all of them are trained alone on
// Fashion-MNIST: Kendall's τ of the two orders by loss (1 the same, 0 none, −1 reversed). Cheap is a slice of a single-path supernet
// (arXiv 1904.00420), or a third of an epoch alone. Twenty minutes on two cores (a supernet or 48 networks: forty). With
// seed 7 and 48 networks τ is 0.47 of a third of an epoch; of the supernet −0.12, by accuracy.

var by = Parameter("by", "race", "the cheap measurement", "race", "supernet");
var networks = Parameter("networks", 24, "networks to measure, and to train alone", min: 2);
var steps = Parameter("steps", 1300, "steps of the supernet", min: 1);
var trialEpochs = Parameter("trialEpochs", 0.3, "epochs of each network in the race", min: 0.001);
var epochs = Parameter("epochs", 2.0, "epochs of each network alone", min: 0.01);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var cells = Search($"rank-fashion-{by}-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 })
    .Objective(Minimize.Loss().Under(Macs(4.5e6)).Require("macs", atLeast: 0.9 * 4.5e6))
    .Final(epochs: epochs, count: networks)
    .Seed(seed);

var result = by == "race"
    ? await cells
        .Strategy("random", new { Unique = true, Feasible = true })
        .Training(new { Epochs = trialEpochs, HeldOut = 0.1 })
        .Budget(trials: networks)
        .Window(2)
        .RunAsync()
    : await cells
        .Strategy("single-path", new { Sampling = "feasible", Allowance = 0.9, Samples = 2, Population = networks, ValidationBatches = 25 })
        .Training(new { BatchSize = 96, ValidationBatchSize = 200, LearningRate = 0.3, Schedule = "one-cycle", HeldOut = 0.1 })
        .Budget(steps: steps, trials: networks)
        .RunAsync();

result.Print();

var alone = result.Found;
var pairs = from one in alone from other in alone where one.PlaceInSearch < other.PlaceInSearch select (one, other);
var agreed = pairs.Select(pair => Math.Sign(pair.other.Metrics["val_loss"] - pair.one.Metrics["val_loss"])).ToArray();
if (agreed.Length > 0)
{
    Print($"Kendall's τ of {by} and of networks trained alone, over {alone.Length}: {agreed.Average():0.00}");
}
