// Single-path one-shot (arXiv 1904.00420) on Fashion-MNIST under a limit on multiply-adds, five minutes on two cores: trains a supernet
// on paths that use nine tenths of the limit or more, evolves its slices, and trains the best three from scratch.

var steps = Parameter("steps", 1300, "supernet steps", min: 1);
var slices = Parameter("slices", 100, "slices of the supernet to measure", min: 1);
var epochs = Parameter("epochs", 3.0, "epochs of the final training", min: 0.01);
var macs = Parameter("macs", 1.2e6, "multiply-adds to stay under", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"singlepath-fashion-{seed}")
    .Data(Data.FashionMnist())
    .Space("fbnetv2-f", new { Scale = "mini" })
    .Strategy("single-path", new { Sampling = "feasible", Allowance = 0.9, Samples = 2, Population = 25, Parents = 8, ValidationBatches = 25 })
    .Training(new { BatchSize = 96, ValidationBatchSize = 200, LearningRate = 0.3, Schedule = "one-cycle" })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(steps: steps, trials: slices)
    .Final(epochs: epochs, count: 3)
    .Seed(seed)
    .RunAsync();

result.Print();
